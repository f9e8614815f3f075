using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>The stored integer of a value, such as <c>u16:45875</c>, optionally with what it stands for behind it:
/// <c>u16:45875 (0.70001)</c>. Written always with both, so that nobody has to convert.</summary>
/// <param name="prefix">The word before the colon.</param>
/// <param name="min">The smallest integer.</param>
/// <param name="max">The largest integer.</param>
/// <param name="meaning">What an integer stands for.</param>
internal sealed class RawNumeral(string prefix, decimal min, decimal max, Func<decimal, double> meaning)
{
    /// <summary>Whether a text starts like such an integer.</summary>
    public bool Matches(string text) => text.StartsWith(prefix + ":", StringComparison.Ordinal);

    /// <summary>The integer of a text; returns a complaint, or nothing when it is good.</summary>
    public string? Parse(string text, out decimal integer)
    {
        var behind = text.IndexOf(" (", StringComparison.Ordinal);
        var digits = behind < 0 ? text[(prefix.Length + 1)..] : text[(prefix.Length + 1)..behind];
        if (
            !decimal.TryParse(
                digits,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out integer
            )
            || integer < min
            || integer > max
        )
        {
            integer = min;
            return $"{Show.Quoted(text)} is not {prefix}: with a whole number from {Numeral.Text(min)} to {Numeral.Text(max)}";
        }
        var value = integer;
        return behind >= 0 && text[behind..] != Behind(value)
            ? $"{Show.Quoted(text)} contradicts itself; {prefix}:{Numeral.Text(value)} is{Behind(value)}"
            : null;
    }

    /// <summary>Integer and meaning.</summary>
    public string Write(decimal integer) => $"{prefix}:{Numeral.Text(integer)}{Behind(integer)}";

    /// <summary>The JSON Schema of the text.</summary>
    public JsonObject Schema() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = $"^{prefix}:{(min < 0 ? "-?" : "")}[0-9]+( \\([0-9.-]+\\))?$",
        };

    private string Behind(decimal integer) =>
        string.Create(CultureInfo.InvariantCulture, $" ({meaning(integer):0.#####})");
}
