using System.Globalization;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>Another place in the world.</summary>
internal static class Elsewhere
{
    /// <summary>A culture that writes numbers and dates in its own way; made by hand, since only the invariant one is installed.</summary>
    public static CultureInfo Culture { get; } = Make();

    private static CultureInfo Make()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.NumberFormat.NaNSymbol = "keine Zahl";
        culture.NumberFormat.PositiveInfinitySymbol = "∞";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        return culture;
    }
}
