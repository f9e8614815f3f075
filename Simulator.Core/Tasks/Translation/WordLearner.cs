using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Learns word by word: IBM Model 1 and a bigram language model.</summary>
internal sealed class WordLearner : ILearner
{
    private readonly SentenceSet _sentences;
    private readonly TranslatorConstants _constants;
    private readonly float _swapping;
    private readonly BigramModel _language;
    private readonly WordTable _table;
    private WordChoices? _choices;
    private Lattice? _lattice;
    private bool _isAnew;

    /// <summary>A learner that knows nothing.</summary>
    /// <param name="sentences">What is translated.</param>
    /// <param name="passes">Iterations of Model 1.</param>
    /// <param name="constants">What is not learned.</param>
    public WordLearner(SentenceSet sentences, int passes, TranslatorConstants constants)
    {
        (_sentences, Passes, _constants) = (sentences, passes, constants);
        _swapping = (float)Elementary.Log(constants.Swapping);
        _language = new(sentences.Targets.Count, constants.BigramDiscount);
        _table = new(sentences.Sources.Count, passes, constants);
    }

    /// <summary>A learner that knows what another one does.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="anew">Whether it goes on with other sentences, in one pass.</param>
    public WordLearner(WordLearner other, bool anew)
    {
        (_sentences, Passes, _isAnew) = (other._sentences, anew ? 1 : other.Passes, anew || other._isAnew);
        (_constants, _swapping) = (other._constants, other._swapping);
        _language = new(other._language);
        _table = new(other._table);
        _choices = other._choices is { } choices ? new(_table, choices) : null;
    }

    /// <inheritdoc/>
    public long Bytes => _table.Bytes + _language.Bytes;

    /// <inheritdoc/>
    public int Passes { get; }

    /// <inheritdoc/>
    public ILearner Copy(bool anew) => new WordLearner(this, anew);

    /// <summary>How probable a word is as the translation of another.</summary>
    public WordTable Table => _table;

    /// <summary>Operations spent on looking words up, since the last <see cref="Forget"/>.</summary>
    public long LookUps => Choices.Operations;

    private WordChoices Choices => _choices ??= new(_table, _sentences.Sources.Count, _constants.Choices);

    /// <summary>The search for the best translation.</summary>
    public Lattice Lattice => _lattice ??= new(_language, _constants);

    /// <inheritdoc/>
    public long Operations(SentenceShard shard, int index, int pass)
    {
        int target = shard.TargetWords(index).Length;
        long table = WordTable.Operations(shard.SourceWords(index).Length, target);
        return pass == 0 ? table + BigramModel.Operations * (target + 1L) : table;
    }

    /// <inheritdoc/>
    public void Learn(SentenceShard shard, int index, int pass)
    {
        if (_isAnew)
        {
            // Not before: until something is learned it answers as the model does whose copy it is.
            _table.Renew();
            _isAnew = false;
        }
        _table.Learn(shard.SourceWords(index), shard.TargetWords(index));
        if (pass == 0)
        {
            _language.Learn(shard.TargetWords(index));
        }
    }

    // Later passes go by what the pass before has found, and the language model reads the sentences once.
    /// <inheritdoc/>
    public bool ChangesWithin(int pass) => pass == 0;

    /// <inheritdoc/>
    public void EndPass(int pass)
    {
        _table.EndPass();
        if (pass == 0)
        {
            _language.Trim();
        }
    }

    /// <inheritdoc/>
    public void Forget()
    {
        _language.Forget();
        Choices.Forget();
    }

    /// <inheritdoc/>
    public TranslationAnswer Translate(TranslationQuestion question, out long operations)
    {
        long before = Choices.Operations;
        ReadOnlySpan<string> words = _sentences.HeldOutWords(question.Index);
        ReadOnlySpan<int> numbers = _sentences.SourceWords(question.Pair);
        Lattice.Begin(words.Length);
        for (int place = 0; place < words.Length; place++)
        {
            Lattice.Prune(place);
            OfferWords(words, numbers, place);
        }
        TranslationAnswer translation = new(question, Lattice.Best());
        operations = Lattice.Operations + Choices.Operations - before;
        return translation;
    }

    /// <summary>Offers the translations of one English word, and of it and the next in the opposite order.</summary>
    public void OfferWords(ReadOnlySpan<string> words, ReadOnlySpan<int> numbers, int place)
    {
        ReadOnlySpan<(int Word, float Logarithm)> choices = ChoicesOf(words[place], numbers[place]);
        if (choices.IsEmpty)
        {
            Lattice.Offer(place, place + 1, [new(_sentences.Targets.Number(words[place]), place)], 0);
            return;
        }
        foreach ((int word, float logarithm) in choices)
        {
            Lattice.Offer(place, place + 1, [Rendering.Of(word)], logarithm);
        }
        if (place + 1 == words.Length)
        {
            return;
        }
        // The second look-up may move what the first one points to.
        (int Word, float Logarithm)[] first = TopOf(choices).ToArray();
        foreach ((int next, float ofNext) in TopOf(ChoicesOf(words[place + 1], numbers[place + 1])))
        {
            foreach ((int word, float logarithm) in first)
            {
                Lattice.Offer(
                    place,
                    place + 2,
                    [Rendering.Of(next), Rendering.Of(word)],
                    logarithm + ofNext + _swapping
                );
            }
        }
    }

    private ReadOnlySpan<(int Word, float Logarithm)> TopOf(
        ReadOnlySpan<(int Word, float Logarithm)> choices
    ) => choices[..Math.Min(_constants.Swapped, choices.Length)];

    // Literals and words that were never seen stay as they are.
    private ReadOnlySpan<(int Word, float Logarithm)> ChoicesOf(string word, int number) =>
        number == Vocabulary.Unknown || WordSplitter.IsLiteral(word) ? [] : Choices.Of(number);
}
