using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>How probable a word is after another in the other language.</summary>
/// <remarks>
/// Absolute discounting: every count of two words loses the same, and what is lost goes to all words in proportion to their
/// own counts, plus 1. Source: H. Ney, U. Essen, R. Kneser, On structuring probabilistic dependences in stochastic language
/// modelling, Computer Speech and Language 8, 1994.
/// </remarks>
internal sealed class BigramModel
{
    /// <summary>Operations to count a word, or to work out a probability.</summary>
    public const int Operations = 8;

    private readonly float _discount;
    private readonly PairCounts _pairs;
    private readonly int[] _counts;
    private readonly int[] _asFirst;
    private readonly int[] _followers;
    private readonly float[] _generalLogarithms;
    private readonly float[] _backOffLogarithms;
    private int _total;

    /// <summary>A model that has read nothing.</summary>
    /// <param name="words">Words of the vocabulary.</param>
    /// <param name="discount">What a count of two words loses.</param>
    public BigramModel(int words, float discount)
    {
        _discount = discount;
        _pairs = new();
        (_counts, _asFirst, _followers) = (new int[words], new int[words], new int[words]);
        (_generalLogarithms, _backOffLogarithms) = (Forgotten(words), Forgotten(words));
    }

    /// <summary>A model that has read what another one has.</summary>
    public BigramModel(BigramModel other)
    {
        _pairs = new(other._pairs);
        (_counts, _asFirst, _followers) = ([.. other._counts], [.. other._asFirst], [.. other._followers]);
        _generalLogarithms = [.. other._generalLogarithms];
        _backOffLogarithms = [.. other._backOffLogarithms];
        (_discount, _total) = (other._discount, other._total);
    }

    /// <summary>Bytes of its counts.</summary>
    public long Bytes => _pairs.Bytes + 3L * sizeof(int) * _counts.Length;

    /// <summary>Counts the words of a sentence, and its end.</summary>
    public void Learn(ReadOnlySpan<int> sentence)
    {
        int before = Vocabulary.Nothing;
        foreach (int word in sentence)
        {
            Count(before, word);
            before = word;
        }
        Count(before, Vocabulary.Nothing);
    }

    /// <summary>Gives back the room for more, once all sentences are read.</summary>
    public void Trim() => _pairs.Trim();

    /// <summary>Forgets what it remembers of logarithms, since counts have changed.</summary>
    public void Forget()
    {
        Array.Fill(_generalLogarithms, float.NaN);
        Array.Fill(_backOffLogarithms, float.NaN);
    }

    /// <summary>Logarithm of the probability of a word after another.</summary>
    public float Logarithm(int before, int word)
    {
        int first = _asFirst[before];
        if (first == 0)
        {
            return GeneralLogarithm(word);
        }
        int together = _pairs.Count(before, word);
        if (together == 0)
        {
            return BackOffLogarithm(before) + GeneralLogarithm(word);
        }
        float share = _discount * _followers[before] * General(word);
        return (float)Elementary.Log((double)((together - _discount + share) / first));
    }

    private static float[] Forgotten(int words)
    {
        float[] logarithms = new float[words];
        Array.Fill(logarithms, float.NaN);
        return logarithms;
    }

    private float General(int word) => (_counts[word] + 1f) / (_total + _counts.Length);

    private float GeneralLogarithm(int word)
    {
        ref float logarithm = ref _generalLogarithms[word];
        if (float.IsNaN(logarithm))
        {
            logarithm = (float)Elementary.Log((double)General(word));
        }
        return logarithm;
    }

    private float BackOffLogarithm(int before)
    {
        ref float logarithm = ref _backOffLogarithms[before];
        if (float.IsNaN(logarithm))
        {
            logarithm = (float)Elementary.Log((double)(_discount * _followers[before] / _asFirst[before]));
        }
        return logarithm;
    }

    private void Count(int before, int word)
    {
        if (_pairs.Add(before, word) == 0)
        {
            _followers[before]++;
        }
        _asFirst[before]++;
        _counts[word]++;
        _total++;
    }
}
