using System.Globalization;

namespace Simulator.Scenarios.Results;

/// <summary>Numbers as result files write them: the shortest text that reads back as the same number.</summary>
internal static class RoundTrip
{
    /// <summary>The number in the invariant culture, as <c>"R"</c> gives it.</summary>
    /// <remarks>
    /// Some releases of .NET 10 print two powers of two, 2⁻²⁵ and 2⁻⁹⁵⁸, with a digit too few. A text that does not read
    /// back is therefore written with all 17 digits, which is also what a corrected release prints.
    /// </remarks>
    public static string Text(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsNaN(value) || Parse(text).Equals(value)
            ? text
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>The number that a text stands for.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
