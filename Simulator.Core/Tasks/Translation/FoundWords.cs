namespace Simulator.Core.Tasks.Translation;

/// <summary>The words that English words kept when the first pass was over, with what the pass before the present one has
/// found for each, and what this one has gathered so far.</summary>
/// <remarks>No word is added any more, so that the rows of all English words fit into one array. Each row is an open hash
/// table that is at most three quarters full.</remarks>
internal sealed class FoundWords
{
    // Where the row of each English word starts; behind the last, where it ends.
    private readonly int[] _starts;
    private readonly ushort[] _words;
    private float[] _found;
    private float[] _gathered;

    /// <summary>What a pass has gathered.</summary>
    /// <param name="rows">It, for each English word.</param>
    /// <param name="wholes">What it gathered for each English word in all.</param>
    /// <param name="least">Share of that which a word must have to be kept.</param>
    /// <param name="isLast">Whether no other pass follows.</param>
    public FoundWords(ReadOnlySpan<WordRow?> rows, ReadOnlySpan<float> wholes, float least, bool isLast)
    {
        _starts = new int[rows.Length + 1];
        for (int english = 0; english < rows.Length; english++)
        {
            int count = Count(rows[english], least * wholes[english]);
            _starts[english + 1] = _starts[english] + (count == 0 ? 0 : count + count / 3 + 1);
        }
        (_words, _found) = (new ushort[_starts[^1]], new float[_starts[^1]]);
        _gathered = isLast ? [] : new float[_found.Length];
        for (int english = 0; english < rows.Length; english++)
        {
            Keep(english, rows[english], least * wholes[english]);
        }
    }

    /// <summary>What another one has found and gathered.</summary>
    public FoundWords(FoundWords other)
    {
        (_starts, _words) = (other._starts, other._words);
        (_found, _gathered) = ([.. other._found], [.. other._gathered]);
    }

    /// <summary>Bytes that it takes.</summary>
    public long Bytes =>
        sizeof(ushort) * (long)_words.Length
        + sizeof(float) * ((long)_starts.Length + _found.Length + _gathered.Length);

    /// <summary>The word in each slot of an English word; <see cref="Vocabulary.Nothing"/> in a free one.</summary>
    public ReadOnlySpan<ushort> Words(int english) =>
        _words.AsSpan(_starts[english], _starts[english + 1] - _starts[english]);

    /// <summary>What was found for the word in each slot of an English word.</summary>
    public ReadOnlySpan<float> Found(int english) =>
        _found.AsSpan(_starts[english], _starts[english + 1] - _starts[english]);

    /// <summary>What this pass has gathered so far for the word in each slot of an English word.</summary>
    public Span<float> Gathered(int english) =>
        _gathered.AsSpan(_starts[english], _starts[english + 1] - _starts[english]);

    /// <summary>The slot of a word in the row of an English word; negative where it is not kept.</summary>
    public int Find(int english, int word)
    {
        ReadOnlySpan<ushort> words = Words(english);
        if (words.IsEmpty)
        {
            return -1;
        }
        int slot = WordSlots.Of(words, word);
        return words[slot] == Vocabulary.Nothing ? -1 : slot;
    }

    /// <summary>Ends a pass: what was gathered is found, and the next one, if any, begins with nothing.</summary>
    public void EndPass(bool isLast)
    {
        (_found, _gathered) = (_gathered, isLast ? [] : _found);
        Array.Clear(_gathered);
    }

    /// <summary>What was found for an English word, as the start of a row that grows; null where nothing was.</summary>
    public WordRow? Row(int english)
    {
        ReadOnlySpan<ushort> words = Words(english);
        WordRow? row = words.IsEmpty ? null : new();
        for (int slot = 0; slot < words.Length; slot++)
        {
            if (words[slot] != Vocabulary.Nothing)
            {
                // Adding may put another array in place of the one before.
                int added = row!.Add(words[slot]);
                row.Gathered[added] = Found(english)[slot];
            }
        }
        return row;
    }

    private static int Count(WordRow? row, float least)
    {
        int count = 0;
        for (int slot = 0; slot < row?.Words.Length; slot++)
        {
            count += IsKept(row, slot, least) ? 1 : 0;
        }
        return count;
    }

    private static bool IsKept(WordRow row, int slot, float least) =>
        row.Words[slot] != Vocabulary.Nothing && row.Gathered[slot] >= least;

    private void Keep(int english, WordRow? row, float least)
    {
        Span<ushort> words = _words.AsSpan(_starts[english], _starts[english + 1] - _starts[english]);
        for (int slot = 0; slot < row?.Words.Length; slot++)
        {
            if (IsKept(row, slot, least))
            {
                int kept = WordSlots.Of(words, row.Words[slot]);
                words[kept] = row.Words[slot];
                _found[_starts[english] + kept] = row.Gathered[slot];
            }
        }
    }
}
