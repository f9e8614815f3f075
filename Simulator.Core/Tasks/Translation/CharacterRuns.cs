namespace Simulator.Core.Tasks.Translation;

/// <summary>How often each run of one to six characters occurs in a reference, blanks aside: what a translation is
/// compared with.</summary>
/// <remarks>A run is one whole number: its length, then ten bits a character, which stand for the characters of the reference in
/// the order of their first use. So runs are equal exactly where their numbers are.</remarks>
internal sealed class CharacterRuns
{
    /// <summary>Length of the longest run.</summary>
    public const int Longest = 6;

    private const int Bits = 10;
    private const int Foreign = 0;

    private readonly string _alphabet;
    private readonly ulong[] _runs;
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
        var groups = Enumerable
            .Range(1, Longest)
            .SelectMany(length => RunsOf(Codes(reference), length))
            .GroupBy(run => run)
            .OrderBy(group => group.Key)
            .ToArray();
        _runs = [.. groups.Select(group => group.Key)];
        _counts = [.. groups.Select(group => group.Count())];
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
        int[] codes = Codes(translation);
        Span<int> left = stackalloc int[_counts.Length];
        _counts.CopyTo(left);
        for (int length = 1; length <= Longest; length++)
        {
            given[length - 1] = Math.Max(0, codes.Length - length + 1);
        }
        matched.Clear();
        for (int start = 0; start < codes.Length; start++)
        {
            for (int length = 1; length <= Longest && start + length <= codes.Length; length++)
            {
                int place = Array.BinarySearch(_runs, Run(codes.AsSpan(start, length)));
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

    private int[] Codes(string text) =>
        [.. text.Where(sign => !char.IsWhiteSpace(sign)).Select(sign => _alphabet.IndexOf(sign) + 1)];

    private static IEnumerable<ulong> RunsOf(int[] codes, int length)
    {
        for (int start = 0; start + length <= codes.Length; start++)
        {
            yield return Run(codes.AsSpan(start, length));
        }
    }

    // A run with a character that the reference lacks is no run of it: 0.
    private static ulong Run(ReadOnlySpan<int> codes)
    {
        ulong run = (ulong)codes.Length;
        foreach (int code in codes)
        {
            if (code == Foreign)
            {
                return 0;
            }
            run = (run << Bits) | (uint)code;
        }
        return run;
    }
}
