using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios.Sections;

/// <summary>An entry of <c>replay.expect</c>.</summary>
[Description("A number that a variant must reach.")]
internal sealed record ReplayExpectSection
{
    [Description("What is measured."), Kind(typeof(SectionKinds), nameof(SectionKinds.ReplayMetric))]
    public required ReplayMetric Metric { get; init; }

    [Description("Label of the variant.")]
    public required string Variant { get; init; }

    [Description("The validator or miner it is about.")]
    public required string Of { get; init; }

    [Description("last: at the last epoch; mean: over all epochs that have a value; the same for totals.")]
    public Moment At { get; init; }

    [Description("The smallest value that is expected."), Range(-1e15, 1e15)]
    public double? Min { get; init; }

    [Description("The largest value that is expected."), Range(-1e15, 1e15)]
    public double? Max { get; init; }
}
