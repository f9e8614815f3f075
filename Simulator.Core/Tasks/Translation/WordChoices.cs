using System.Runtime.InteropServices;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>The most probable translations of English words, looked up in a table once and remembered until it changes.</summary>
internal sealed class WordChoices(WordTable table)
{
    /// <summary>How many translations of a word are considered.</summary>
    public const int Most = 6;

    private const int NotLookedUp = -1;
    private readonly int[] _starts = Unknown();
    private readonly byte[] _counts = new byte[1 << Vocabulary.Bits];
    private readonly List<(int Word, float Logarithm)> _choices = [];

    /// <summary>Operations spent on looking up, since the last <see cref="Forget"/>.</summary>
    public long Operations { get; private set; }

    /// <summary>The translations of a word with the logarithms of their probabilities, the most probable first.</summary>
    public ReadOnlySpan<(int Word, float Logarithm)> Of(int english)
    {
        if (_starts[english] == NotLookedUp)
        {
            _starts[english] = _choices.Count;
            _counts[english] = (byte)LookUp(english);
        }
        return CollectionsMarshal.AsSpan(_choices).Slice(_starts[english], _counts[english]);
    }

    /// <summary>Forgets everything, since the table has changed.</summary>
    public void Forget()
    {
        Array.Fill(_starts, NotLookedUp);
        _choices.Clear();
        Operations = 0;
    }

    private static int[] Unknown()
    {
        int[] starts = new int[1 << Vocabulary.Bits];
        Array.Fill(starts, NotLookedUp);
        return starts;
    }

    private int LookUp(int english)
    {
        Span<int> words = stackalloc int[Most];
        Span<float> best = stackalloc float[Most];
        int count = 0;
        for (int place = table.Pairs.Last(english); place >= 0; place = table.Pairs.Before(place))
        {
            float probability = table.Probability(english, place);
            Operations++;
            int rank = count;
            while (rank > 0 && probability > best[rank - 1])
            {
                rank--;
            }
            if (rank == Most || probability <= 0)
            {
                continue;
            }
            count = Math.Min(count + 1, Most);
            for (int i = count - 1; i > rank; i--)
            {
                (words[i], best[i]) = (words[i - 1], best[i - 1]);
            }
            (words[rank], best[rank]) = (table.Pairs.Second(place), probability);
        }
        for (int i = 0; i < count; i++)
        {
            _choices.Add((words[i], (float)Elementary.Log((double)best[i])));
        }
        return count;
    }
}
