using System.Globalization;

namespace Simulator.Scenarios;

/// <summary>A number that a run of a scenario must reach.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Of">The group it is about; empty for the whole subnet.</param>
/// <param name="At">Which of the metric's values counts.</param>
/// <param name="Min">The smallest value that meets it; null for any.</param>
/// <param name="Max">The largest value that meets it; null for any.</param>
public sealed record Expectation(string Metric, string Of, Moment At, double? Min, double? Max)
{
    /// <summary>Whether a value meets it; none at all (NaN) never does.</summary>
    public bool IsMetBy(double value) => !double.IsNaN(value) && !(value < Min) && !(value > Max);

    /// <summary>The expectation as people read it, such as <c>incentive_share of lazy at last ≤ 0.05</c>.</summary>
    public override string ToString()
    {
        string what =
            (Of.Length == 0 ? Metric : $"{Metric} of {Of}") + (At == Moment.Last ? " at last" : " at mean");
        FormattableString text = (Min, Max) switch
        {
            ({ } min, null) => $"{what} ≥ {min}",
            (null, { } max) => $"{what} ≤ {max}",
            _ => $"{what} in [{Min}, {Max}]",
        };
        return text.ToString(CultureInfo.InvariantCulture);
    }
}
