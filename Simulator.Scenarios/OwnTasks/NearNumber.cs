using System.Text.RegularExpressions;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>Finds the number that a text may have meant: with a decimal comma, thousands set apart, or a unit beside it.</summary>
internal static partial class NearNumber
{
    private const int Longest = 40;

    /// <summary>The number; null where the text means none.</summary>
    public static string? Of(string text)
    {
        if (text.Length > Longest || Written().Match(text) is not { Success: true } match)
        {
            return null;
        }
        string whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit)),
            fraction = match.Groups["fraction"].Value;
        return match.Groups["sign"].Value + whole + (fraction.Length > 0 ? $".{fraction}" : "");
    }

    /// <summary>The question whether it was meant; empty where the text means none.</summary>
    public static string Question(string text) => Of(text) is { } number ? $"; did you mean {number}?" : "";

    [GeneratedRegex(
        """
            ^(?<sign>-?)\s?[$€£¥]?\s?(?<whole>[0-9]{1,3}(?:[ ,.'’\u00A0\u202F][0-9]{3})*|[0-9]+)(?:[.,](?<fraction>[0-9]+))?\s?[%$€£¥]?$
            """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();
}
