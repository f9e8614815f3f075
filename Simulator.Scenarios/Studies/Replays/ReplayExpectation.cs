using System.Globalization;

namespace Simulator.Scenarios.Studies.Replays;

/// <summary>A number that a variant of a replay must reach.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="Variant">Label of the variant.</param>
/// <param name="Of">The validator or miner it is about.</param>
/// <param name="At">Which of the metric's values counts.</param>
/// <param name="Min">The smallest value that meets it; null for any.</param>
/// <param name="Max">The largest value that meets it; null for any.</param>
public sealed record ReplayExpectation(
    ReplayMetric Metric,
    string Variant,
    string Of,
    Moment At,
    double? Min,
    double? Max
)
{
    /// <summary>Whether a value meets it; none at all (NaN) never does.</summary>
    public bool IsMetBy(double value) => !double.IsNaN(value) && !(value < Min) && !(value > Max);

    /// <summary>The expectation as people read it.</summary>
    public override string ToString()
    {
        string at = At == Moment.Last ? "" : " at mean";
        string what = $"{Metric.Name} of {Of} under {Variant}{at}";
        FormattableString text = (Min, Max) switch
        {
            ({ } min, null) => $"{what} ≥ {min}",
            (null, { } max) => $"{what} ≤ {max}",
            _ => $"{what} in [{Min}, {Max}]",
        };
        return text.ToString(CultureInfo.InvariantCulture);
    }
}
