using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Learns runs of words: those whose words belong together by what the words have taught before.</summary>
internal sealed class PhraseLearner : ILearner
{
    private readonly SentenceSet _sentences;
    private readonly TranslatorConstants _constants;
    private readonly int _longest;
    private readonly WordLearner _words;
    private readonly PhraseTable _phrases;

    /// <summary>A learner that knows nothing.</summary>
    /// <param name="sentences">What is translated.</param>
    /// <param name="passes">Iterations of Model 1; runs are taken in the last.</param>
    /// <param name="longest">Words of the longest run.</param>
    /// <param name="constants">What is not learned.</param>
    public PhraseLearner(SentenceSet sentences, int passes, int longest, TranslatorConstants constants)
    {
        (_sentences, _longest, _constants) = (sentences, longest, constants);
        (_words, _phrases) = (new(sentences, passes, constants), new(longest));
    }

    private PhraseLearner(PhraseLearner other, bool anew)
    {
        (_sentences, _longest, _constants) = (other._sentences, other._longest, other._constants);
        (_words, _phrases) = (new(other._words, anew), new(other._phrases));
    }

    /// <inheritdoc/>
    public long Bytes => _words.Bytes + _phrases.Bytes;

    /// <inheritdoc/>
    public int Passes => _words.Passes;

    /// <inheritdoc/>
    public ILearner Copy(bool anew) => new PhraseLearner(this, anew);

    /// <inheritdoc/>
    public long Operations(SentenceShard shard, int index, int pass)
    {
        long words = _words.Operations(shard, index, pass);
        return pass == Passes - 1
            ? words + PhraseTable.Operations(shard.SourceWords(index).Length, shard.TargetWords(index).Length)
            : words;
    }

    /// <inheritdoc/>
    public void Learn(SentenceShard shard, int index, int pass)
    {
        _words.Learn(shard, index, pass);
        if (pass == Passes - 1)
        {
            _phrases.Learn(_words.Table, shard.SourceWords(index), shard.TargetWords(index));
        }
    }

    /// <inheritdoc/>
    public bool ChangesWithin(int pass) => _words.ChangesWithin(pass) || pass == Passes - 1;

    /// <inheritdoc/>
    public void EndPass(int pass)
    {
        _words.EndPass(pass);
        if (pass == Passes - 1)
        {
            _phrases.Trim();
        }
    }

    /// <inheritdoc/>
    public void Forget() => _words.Forget();

    /// <inheritdoc/>
    public TranslationAnswer Translate(TranslationQuestion question, out long operations)
    {
        long before = _words.LookUps;
        ReadOnlySpan<string> words = _sentences.HeldOutWords(question.Index);
        ReadOnlySpan<int> numbers = _sentences.SourceWords(question.Pair);
        Lattice lattice = _words.Lattice;
        lattice.Begin(words.Length);
        for (int place = 0; place < words.Length; place++)
        {
            lattice.Prune(place);
            _words.OfferWords(words, numbers, place);
            for (int length = 1; length <= _longest && place + length <= words.Length; length++)
            {
                OfferRuns(lattice, numbers.Slice(place, length), place);
            }
        }
        TranslationAnswer translation = new(question, lattice.Best());
        operations = lattice.Operations + _words.LookUps - before;
        return translation;
    }

    private void OfferRuns(Lattice lattice, ReadOnlySpan<int> source, int place)
    {
        Span<PhraseTable.Entry> best = stackalloc PhraseTable.Entry[_constants.Phrases];
        Span<Rendering> words = stackalloc Rendering[PhraseTable.Most];
        best.Clear();
        long total = 0;
        for (int at = _phrases.Last(source); at >= 0; at = _phrases.At(at).Before)
        {
            PhraseTable.Entry entry = _phrases.At(at);
            total += entry.Count;
            for (int rank = 0; rank < best.Length; rank++)
            {
                if (entry.Count > best[rank].Count)
                {
                    (entry, best[rank]) = (best[rank], entry);
                }
            }
        }
        foreach (PhraseTable.Entry entry in best)
        {
            if (entry.Count > 0)
            {
                int length = PhraseTable.Words(entry.Target, words);
                float logarithm = (float)Elementary.Log((entry.Count - _constants.PhraseDiscount) / total);
                lattice.Offer(place, place + source.Length, words[..length], logarithm);
            }
        }
    }
}
