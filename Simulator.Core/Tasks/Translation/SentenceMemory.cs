using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Remembers sentences: a new one gets the translation of the most similar one, or stays English where none is
/// similar enough.</summary>
/// <remarks>Similarity is that of Dice, each word weighing the logarithm of how rare it is among the sentences remembered.</remarks>
internal sealed class SentenceMemory : ILearner
{
    private const int Unused = -1;

    private readonly SentenceSet _sentences;
    private readonly double _leastSimilarity;
    private readonly List<int> _targets;
    private readonly List<(int Sentence, int Before)> _uses;
    private readonly int[] _lastUse;
    private readonly int[] _frequency;
    private readonly double[] _weights;
    private readonly List<double> _shared;
    private readonly List<double> _sizes;

    /// <summary>A memory of nothing.</summary>
    /// <param name="sentences">What is translated.</param>
    /// <param name="constants">What is not learned.</param>
    public SentenceMemory(SentenceSet sentences, TranslatorConstants constants)
    {
        (_sentences, _leastSimilarity) = (sentences, constants.LeastSimilarity);
        (_targets, _uses, _shared, _sizes) = ([], [], [], []);
        int words = sentences.Sources.Count;
        (_lastUse, _frequency, _weights) = (new int[words], new int[words], new double[words]);
        Array.Fill(_lastUse, Unused);
    }

    private SentenceMemory(SentenceMemory other)
    {
        (_sentences, _leastSimilarity) = (other._sentences, other._leastSimilarity);
        (_targets, _uses) = ([.. other._targets], [.. other._uses]);
        (_shared, _sizes) = ([.. other._shared], [.. other._sizes]);
        (_lastUse, _frequency, _weights) = ([.. other._lastUse], [.. other._frequency], [.. other._weights]);
    }

    /// <inheritdoc/>
    public long Bytes =>
        sizeof(int) * (2L * _uses.Count + _targets.Count + _lastUse.Length + _frequency.Length);

    /// <inheritdoc/>
    public int Passes => 1;

    /// <inheritdoc/>
    public ILearner Copy(bool anew) => new SentenceMemory(this);

    /// <inheritdoc/>
    public long Operations(SentenceShard shard, int index, int pass) => 2L * shard.SourceWords(index).Length;

    /// <inheritdoc/>
    public void Learn(SentenceShard shard, int index, int pass)
    {
        if (index == 0)
        {
            Reserve(shard);
        }
        int sentence = _targets.Count;
        _targets.Add(shard.Target(index));
        foreach (int word in shard.SourceWords(index))
        {
            if (_lastUse[word] == Unused || _uses[_lastUse[word]].Sentence != sentence)
            {
                _uses.Add((sentence, _lastUse[word]));
                _lastUse[word] = _uses.Count - 1;
                _frequency[word]++;
            }
        }
    }

    /// <inheritdoc/>
    public bool ChangesWithin(int pass) => true;

    /// <inheritdoc/>
    public void EndPass(int pass) { }

    /// <summary>Weighs words and sentences anew.</summary>
    public void Forget()
    {
        for (int word = 0; word < _weights.Length; word++)
        {
            _weights[word] = Elementary.Log((_targets.Count + 1.0) / (_frequency[word] + 0.5));
        }
        _sizes.Clear();
        _shared.Clear();
        _sizes.AddRange(Enumerable.Repeat(0.0, _targets.Count));
        _shared.AddRange(_sizes);
        for (int word = 0; word < _weights.Length; word++)
        {
            for (int use = _lastUse[word]; use != Unused; use = _uses[use].Before)
            {
                _sizes[_uses[use].Sentence] += _weights[word];
            }
        }
    }

    /// <inheritdoc/>
    public TranslationAnswer Translate(TranslationQuestion question, out long operations)
    {
        operations = 0;
        double size = 0;
        foreach (int word in DistinctWords(question))
        {
            size += _weights[word];
            for (int use = _lastUse[word]; use != Unused; use = _uses[use].Before)
            {
                _shared[_uses[use].Sentence] += _weights[word];
                operations++;
            }
        }
        int nearest = Unused;
        double most = _leastSimilarity;
        for (int sentence = 0; sentence < _shared.Count; sentence++)
        {
            double similarity = 2 * _shared[sentence] / (size + _sizes[sentence]);
            if (similarity > most)
            {
                (nearest, most) = (sentence, similarity);
            }
            _shared[sentence] = 0;
        }
        operations += 3L * _shared.Count;
        return nearest == Unused
            ? question.Untranslated
            : new TranslationAnswer(_sentences.Target(_targets[nearest]));
    }

    /// <summary>Makes room for all that a shard has, so that nothing is ever moved.</summary>
    private void Reserve(SentenceShard shard)
    {
        int words = 0;
        for (int index = 0; index < shard.Count; index++)
        {
            words += shard.SourceWords(index).Length;
        }
        _uses.EnsureCapacity(_uses.Count + words);
        _targets.EnsureCapacity(_targets.Count + shard.Count);
        _sizes.EnsureCapacity(_targets.Count + shard.Count);
        _shared.EnsureCapacity(_targets.Count + shard.Count);
    }

    private int[] DistinctWords(TranslationQuestion question) =>
        [.. _sentences.SourceWords(question.Pair).ToArray().Distinct()];
}
