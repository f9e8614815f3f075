using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>Values as figures hold them.</summary>
internal static class Json
{
    private const int Digits = 6;

    /// <summary>Whole numbers.</summary>
    public static JsonArray Array(ReadOnlySpan<long> values)
    {
        JsonArray array = [];
        foreach (long value in values)
        {
            array.Add(JsonValue.Create(value));
        }
        return array;
    }

    /// <summary>Texts.</summary>
    public static JsonArray Array(IEnumerable<string> values) => [.. values.Select(v => (JsonNode?)Text(v))];

    /// <summary>One text, shown letter by letter: Plotly reads some tags in texts, and a name is no markup.</summary>
    public static JsonValue Text(string text) =>
        JsonValue.Create(
            text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal)
        )!;

    /// <summary>Numbers times a factor; null, which Plotly leaves open, for NaN.</summary>
    public static JsonArray Array(IEnumerable<double> values, double factor = 1) =>
        [.. values.Select(v => Number(v * factor))];

    /// <summary>One number, rounded to what a chart can show; null for NaN.</summary>
    public static JsonNode? Number(double value) =>
        double.IsFinite(value) ? JsonValue.Create(Math.Round(value, Digits)) : null;
}
