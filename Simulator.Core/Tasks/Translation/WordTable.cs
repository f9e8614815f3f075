namespace Simulator.Core.Tasks.Translation;

/// <summary>IBM Model 1: how probable each word of the other language is as the translation of an English word.</summary>
/// <remarks>
/// A pass over all pairs is one iteration of expectation and maximization: a word of the translation is shared out among the
/// English words beside it, and the empty word, in proportion to what the pass before found; what each gets is its share
/// in the next. The first pass has none before it and goes by what it has gathered so far itself, so that the table can
/// be used at once; when it ends, pairs below a probability of 0.002 are dropped for good. Unknown words take no part.
/// Source: P. Brown et al., The Mathematics of Statistical Machine Translation, Computational Linguistics 19 (2), 1993,
/// section 4.1; the first pass as in R. Neal and G. Hinton, 1998.
/// </remarks>
internal sealed class WordTable
{
    // After the first pass most pairs have next to nothing: they have met by chance, and would fill the memory.
    private const float LeastProbability = 0.002f;

    // In the first pass a pair that was never met is as good as one that was met a twentieth of a time.
    private const float Prior = 0.05f;
    private const int MostWords = 256;

    private PairCounts _pairs = new();
    private readonly float[] _totals = new float[1 << Vocabulary.Bits];
    private readonly float[] _nextTotals = new float[1 << Vocabulary.Bits];
    private float[] _shares = [];
    private float[] _nextShares = [];
    private bool _first = true;

    /// <summary>The pairs of an English word and one of the other language that were seen together.</summary>
    public PairCounts Pairs => _pairs;

    /// <summary>Floating-point operations to learn from a pair of sentences.</summary>
    public static long Operations(int sourceWords, int targetWords) => 6L * (sourceWords + 1) * targetWords;

    /// <summary>How probable the word at a place is as the translation of its English word.</summary>
    /// <param name="source">The English word.</param>
    /// <param name="place">Place of the pair, or a negative number where it was never seen.</param>
    public float Probability(int source, int place)
    {
        if (_first)
        {
            return ((place < 0 ? 0 : _nextShares[place]) + Prior) / (_nextTotals[source] + 1);
        }
        return place < 0 || _totals[source] <= 0 ? 0 : _shares[place] / _totals[source];
    }

    /// <summary>Learns from a pair of sentences.</summary>
    public void Learn(ReadOnlySpan<int> source, ReadOnlySpan<int> target)
    {
        Span<int> places = stackalloc int[MostWords];
        Span<float> parts = stackalloc float[MostWords];
        int words = Math.Min(source.Length, MostWords - 1);
        foreach (int word in target)
        {
            if (word == Vocabulary.Unknown)
            {
                continue;
            }
            float sum = 0;
            for (int i = 0; i <= words; i++)
            {
                int english = i == words ? Vocabulary.Nothing : source[i];
                places[i] = english == Vocabulary.Unknown ? -1 : Place(english, word);
                parts[i] = places[i] < 0 ? 0 : Probability(english, places[i]);
                sum += parts[i];
            }
            for (int i = 0; sum > 0 && i <= words; i++)
            {
                if (places[i] >= 0)
                {
                    float share = parts[i] / sum;
                    _nextShares[places[i]] += share;
                    _nextTotals[i == words ? Vocabulary.Nothing : source[i]] += share;
                }
            }
        }
    }

    /// <summary>Ends a pass: what it gathered is what the next one goes by.</summary>
    public void EndPass()
    {
        if (_first)
        {
            DropChanceMeetings();
        }
        _first = false;
        (_shares, _nextShares) = (_nextShares, _shares);
        Array.Resize(ref _nextShares, _shares.Length);
        Array.Clear(_nextShares);
        _nextTotals.CopyTo(_totals, 0);
        Array.Clear(_nextTotals);
    }

    private void DropChanceMeetings()
    {
        PairCounts kept = new();
        for (int place = 0; place < _pairs.Count; place++)
        {
            int english = _pairs.First(place);
            if (_nextShares[place] >= LeastProbability * _nextTotals[english])
            {
                _nextShares[kept.Add(english, _pairs.Second(place))] = _nextShares[place];
            }
        }
        _pairs = kept;
        Array.Resize(ref _nextShares, kept.Count);
        _shares = [];
    }

    private int Place(int english, int word)
    {
        int place = _first ? _pairs.Add(english, word) : _pairs.Find(english, word);
        if (place >= _nextShares.Length)
        {
            Array.Resize(ref _nextShares, Math.Max(64, 2 * _nextShares.Length));
        }
        return place;
    }
}
