using System.Globalization;
using System.Text;

namespace Simulator.Scenarios.Files;

/// <summary>How messages show what a file holds: short, on one line, without characters that a terminal obeys.</summary>
internal static class Show
{
    private const int Longest = 60;
    private const int LongestSaid = 240;

    /// <summary>The text in single quotes, escaped and cut.</summary>
    public static string Quoted(string text) => $"'{Bare(text)}'";

    /// <summary>What another program says of its own mistake, in single quotes and escaped; cut later, since the reason
    /// stands at the end.</summary>
    public static string Said(string text) => $"'{Bare(text, LongestSaid)}'";

    /// <summary>The text escaped and cut.</summary>
    public static string Bare(string text) => Bare(text, Longest);

    private static string Bare(string text, int longest)
    {
        var shown = new StringBuilder();
        var cut =
            text.Length <= longest
                ? text
                : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
        foreach (var c in cut)
        {
            _ = c switch
            {
                '\n' => shown.Append("\\n"),
                '\t' => shown.Append("\\t"),
                ' ' => shown.Append(c),
                _ when IsInvisible(c) => shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => shown.Append(c),
            };
        }
        return cut.Length == text.Length ? shown.ToString() : shown.Append('…').ToString();
    }

    /// <summary>The path of a key below another path.</summary>
    public static string Path(string parent, string key) =>
        parent.Length == 0 ? Bare(key) : $"{parent}.{Bare(key)}";

    /// <summary>The path of a list's entry.</summary>
    public static string Path(string parent, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>Names as a sentence lists them: <c>a, b and c</c>.</summary>
    public static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator;
}
