using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>An entry of <c>expect</c>.</summary>
[Description("A number that the run must reach.")]
internal sealed record ExpectSection
{
    [Description("What is measured."), Kind(typeof(SectionKinds), nameof(SectionKinds.Metric))]
    public required Metric Metric { get; init; }

    [
        Description("The group or strategy it is about; all miners, or all validators, where none is named."),
        Name
    ]
    public string? Of { get; init; }

    [Description("last: at the last epoch; mean: over all epochs that have a value.")]
    public Moment At { get; init; }

    [Description("The smallest value that is expected."), Range(-1e15, 1e15)]
    public double? Min { get; init; }

    [Description("The largest value that is expected."), Range(-1e15, 1e15)]
    public double? Max { get; init; }
}
