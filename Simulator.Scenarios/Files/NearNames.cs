namespace Simulator.Scenarios.Files;

/// <summary>Finds the known names that a wrong one may have meant.</summary>
internal static class NearNames
{
    private const int Listed = 24;

    /// <summary>The question whether the nearest name was meant; empty where none is near.</summary>
    public static string Question(string found, IEnumerable<string> known) =>
        Of(found, known) is [var nearest, ..] ? $"; did you mean '{nearest}'?" : "";

    /// <summary>The end of a message about an unknown name: a question when a name is near, else the known names when
    /// they are few.</summary>
    public static string Hint(string found, IEnumerable<string> known)
    {
        var names = known.ToList();
        return Question(found, names) is { Length: > 0 } question ? question
            : names.Count is > 0 and <= Listed ? $"; known are {Show.Names(names)}"
            : "";
    }

    /// <summary>The near names, nearest first, equals in the given order; a swap of neighbours counts as one edit.</summary>
    public static IReadOnlyList<string> Of(string found, IEnumerable<string> known) =>
        [
            .. known
                .Select(name => (name, distance: Distance(found, name, Math.Max(1, name.Length / 3))))
                .Where(n => n.distance is not null)
                .OrderBy(n => n.distance)
                .Select(n => n.name),
        ];

    // Optimal string alignment within a band: a file full of unknown keys must not cost seconds.
    private static int? Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return null;
        }
        const int Far = 1 << 20;
        var rows = new int[3][];
        for (var r = 0; r < 3; r++)
        {
            rows[r] = new int[b.Length + 1];
            Array.Fill(rows[r], Far);
        }
        for (var j = 0; j <= Math.Min(b.Length, limit); j++)
        {
            rows[0][j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            var (row, above, twoAbove) = (rows[i % 3], rows[(i - 1) % 3], rows[(i + 1) % 3]);
            Array.Fill(row, Far);
            row[0] = i;
            for (var j = Math.Max(1, i - limit); j <= Math.Min(b.Length, i + limit); j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                }
            }
        }
        var distance = rows[a.Length % 3][b.Length];
        return distance <= limit ? distance : null;
    }
}
