namespace Simulator.Core.Tasks.Translation;

/// <summary>How often each run of one to six characters occurs in a reference, blanks aside: what a translation is
/// compared with.</summary>
/// <remarks>A run is one whole number: a one, then ten bits a character, which stand for the characters of the reference in the
/// order of their first use. So runs are equal exactly where their numbers are. Unchecked: such a number has 61 bits, and
/// a hash wraps around.</remarks>
internal sealed class CharacterRuns
{
    /// <summary>Length of the longest run.</summary>
    public const int Longest = 6;

    private const int Bits = 10;
    private const int Foreign = 0;
    private const int NoPlace = -1;
    private const int MostOnStack = 4_096;
    private const ulong NoRun = 0;
    private const ulong EmptyRun = 1;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly string _alphabet;
    private readonly ulong[] _slots;
    private readonly int[] _counts;
    private readonly int _length;

    /// <summary>Counts the runs of a reference.</summary>
    /// <exception cref="ArgumentException">It has 1,023 different characters or more.</exception>
    public CharacterRuns(string reference)
    {
        char[] signs = [.. reference.Where(sign => !char.IsWhiteSpace(sign))];
        _alphabet = new([.. signs.Distinct()]);
        if (_alphabet.Length >= (1 << Bits) - 1)
        {
            throw new ArgumentException(
                "A reference has less than 1,023 different characters.",
                nameof(reference)
            );
        }
        _length = signs.Length;
        // At most three quarters are in use: at least one is free.
        int slots = 4 * Longest * _length / 3 + 1;
        (_slots, _counts) = (new ulong[slots], new int[slots]);
        ReadOnlySpan<int> codes = Codes(reference);
        for (int start = 0; start < codes.Length; start++)
        {
            ulong run = EmptyRun;
            for (int i = start; i < Math.Min(codes.Length, start + Longest); i++)
            {
                run = (run << Bits) | (uint)codes[i];
                int slot = SlotOf(run);
                _slots[slot] = run;
                _counts[slot]++;
            }
        }
    }

    /// <summary>Runs of one length in the reference.</summary>
    public int Total(int length) => Math.Max(0, _length - length + 1);

    /// <summary>Counts, for each length, the runs of a translation and those of them that the reference has too, none more often
    /// than there.</summary>
    /// <param name="translation">The translation.</param>
    /// <param name="given">Takes the runs of the translation; length 6.</param>
    /// <param name="matched">Takes the matches; length 6.</param>
    public void Match(string translation, Span<int> given, Span<int> matched)
    {
        ReadOnlySpan<int> codes = Codes(translation);
        Span<int> left =
            _counts.Length <= MostOnStack ? stackalloc int[_counts.Length] : new int[_counts.Length];
        _counts.CopyTo(left);
        for (int length = 1; length <= Longest; length++)
        {
            given[length - 1] = Math.Max(0, codes.Length - length + 1);
        }
        matched.Clear();
        for (int start = 0; start < codes.Length; start++)
        {
            ulong run = EmptyRun;
            for (int length = 1; length <= Longest && start + length <= codes.Length; length++)
            {
                run = (run << Bits) | (uint)codes[start + length - 1];
                int place = codes[start + length - 1] == Foreign ? NoPlace : PlaceOf(run);
                if (place < 0)
                {
                    // What the reference lacks, it lacks with more behind it too.
                    break;
                }
                if (left[place] > 0)
                {
                    left[place]--;
                    matched[length - 1]++;
                }
            }
        }
    }

    private int PlaceOf(ulong run)
    {
        int slot = SlotOf(run);
        return _slots[slot] == NoRun ? NoPlace : slot;
    }

    /// <summary>The slot of a run, or the free one where it belongs.</summary>
    private int SlotOf(ulong run)
    {
        unchecked
        {
            int slot = (int)(((run * Spread >> 32) * (ulong)_slots.Length) >> 32);
            while (_slots[slot] != NoRun && _slots[slot] != run)
            {
                slot = slot + 1 == _slots.Length ? 0 : slot + 1;
            }
            return slot;
        }
    }

    private ReadOnlySpan<int> Codes(string text)
    {
        int[] codes = new int[text.Length];
        int count = 0;
        foreach (char sign in text)
        {
            if (!char.IsWhiteSpace(sign))
            {
                codes[count++] = _alphabet.IndexOf(sign) + 1;
            }
        }
        return codes.AsSpan(0, count);
    }
}
