using System.Globalization;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Numbers as golden tables write them, and when two of them agree.</summary>
internal static class GoldenNumber
{
    /// <summary>Reads a number, which may be infinite or NaN.</summary>
    public static bool TryRead(string text, out double number)
    {
        (bool known, number) = text.ToLowerInvariant() switch
        {
            "nan" => (true, double.NaN),
            "inf" => (true, double.PositiveInfinity),
            "-inf" => (true, double.NegativeInfinity),
            _ => (false, 0),
        };
        return known
            || double.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out number
            ) && double.IsFinite(number);
    }

    /// <summary>Writes a number as the tables do.</summary>
    public static string Text(double? number) =>
        number is { } given
            ? double.IsNaN(given)
                ? "nan"
                : double.IsInfinity(given)
                    ? given > 0
                        ? "inf"
                        : "-inf"
                    : given.ToString("R", CultureInfo.InvariantCulture)
            : "blank";

    /// <summary>How far two numbers differ: relative to the expected one, absolute where that is below 1.</summary>
    /// <returns>0 for two NaN and for the same infinity, infinite where only one is such a number.</returns>
    public static double Difference(double expected, double found)
    {
        if (expected.Equals(found))
        {
            return 0;
        }
        double difference = Math.Abs(expected - found) / Math.Max(1, Math.Abs(expected));
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }
}
