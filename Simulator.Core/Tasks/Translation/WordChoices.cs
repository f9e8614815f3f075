using System.Runtime.InteropServices;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>The most probable translations of English words, looked up in a table once and remembered until it changes.</summary>
internal sealed class WordChoices
{
    private const int NotLookedUp = -1;
    private readonly WordTable _table;
    private readonly int _most;
    private readonly int[] _starts;
    private readonly byte[] _counts;
    private readonly List<(int Word, float Logarithm)> _choices;

    /// <summary>Nothing is looked up yet.</summary>
    /// <param name="table">The table.</param>
    /// <param name="english">Numbers that English words may have.</param>
    /// <param name="most">How many translations of a word are considered.</param>
    public WordChoices(WordTable table, int english, int most) =>
        (_table, _most, _starts, _counts, _choices) = (table, most, Unknown(english), new byte[english], []);

    /// <summary>What another one has looked up in an equal table.</summary>
    public WordChoices(WordTable table, WordChoices other)
    {
        (_table, _most, Operations) = (table, other._most, other.Operations);
        (_starts, _counts, _choices) = ([.. other._starts], [.. other._counts], [.. other._choices]);
    }

    /// <summary>Operations spent on looking up, since the last <see cref="Forget"/>.</summary>
    public long Operations { get; private set; }

    /// <summary>The translations of a word with the logarithms of their probabilities, the most probable first.</summary>
    public ReadOnlySpan<(int Word, float Logarithm)> Of(int word)
    {
        if (_starts[word] == NotLookedUp)
        {
            _starts[word] = _choices.Count;
            _counts[word] = (byte)LookUp(word);
        }
        return CollectionsMarshal.AsSpan(_choices).Slice(_starts[word], _counts[word]);
    }

    /// <summary>Forgets everything, since the table has changed.</summary>
    public void Forget()
    {
        Array.Fill(_starts, NotLookedUp);
        _choices.Clear();
        Operations = 0;
    }

    private static int[] Unknown(int words)
    {
        int[] starts = new int[words];
        Array.Fill(starts, NotLookedUp);
        return starts;
    }

    private int LookUp(int source)
    {
        ReadOnlySpan<ushort> slots = _table.Words(source);
        Span<int> words = stackalloc int[_most];
        Span<float> best = stackalloc float[_most];
        int count = 0;
        for (int slot = 0; slot < slots.Length; slot++)
        {
            int word = slots[slot];
            if (word == Vocabulary.Nothing)
            {
                continue;
            }
            float weight = _table.Weight(source, slot);
            Operations++;
            int rank = count;
            // Of words that weigh the same the more frequent one comes first: it has the lower number.
            while (
                rank > 0 && (weight > best[rank - 1] || (weight == best[rank - 1] && word < words[rank - 1]))
            )
            {
                rank--;
            }
            if (rank == _most || weight <= 0)
            {
                continue;
            }
            count = Math.Min(count + 1, _most);
            for (int i = count - 1; i > rank; i--)
            {
                (words[i], best[i]) = (words[i - 1], best[i - 1]);
            }
            (words[rank], best[rank]) = (word, weight);
        }
        float whole = _table.Whole(source);
        for (int i = 0; i < count; i++)
        {
            _choices.Add((words[i], (float)Elementary.Log((double)(best[i] / whole))));
        }
        return count;
    }
}
