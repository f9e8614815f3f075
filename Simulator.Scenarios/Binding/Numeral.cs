using System.Globalization;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>Reads numbers as exact decimals.</summary>
internal static class Numeral
{
    // A decimal carries 28 digits; a longer text would be rounded on reading.
    private const int MostDigits = 28;

    /// <summary>The number of a text; returns a complaint, or nothing when it is good.</summary>
    public static string? Parse(string text, out decimal number)
    {
        number = 0;
        var shown = Show.Quoted(text);
        var lower = text.TrimStart('.', '-', '+').ToLowerInvariant();
        if (lower is "nan" or "inf" or "infinity")
        {
            return $"{shown} is not a finite number";
        }
        if (text.Contains(',') && text.Any(char.IsAsciiDigit))
        {
            return $"{shown} is not a number; write a decimal point and no commas";
        }
        if (text.Length > 0 && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+' or '.'))
        {
            return $"{shown} is not a number";
        }
        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (text.Count(char.IsAsciiDigit) > MostDigits)
        {
            return $"{shown} has more than 28 digits";
        }
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out number))
        {
            return null;
        }
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out _)
            ? $"{shown} is too large"
            : $"{shown} is not a number";
    }

    /// <summary>The shortest text of a number.</summary>
    public static string Text(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}
