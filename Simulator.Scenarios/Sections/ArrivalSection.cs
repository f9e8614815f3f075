using System.Collections.Immutable;
using System.ComponentModel;
using Simulator.Core.Engine;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>arrivals</c>.</summary>
[Description("Miners that come while the subnet runs, at random times, and pay for their slot.")]
internal sealed record ArrivalSection
{
    private static readonly ArrivalPlan Default = new();

    [Description("Mean number of newcomers in a day of 7,200 blocks.")]
    public double PerDay { get; init; } = Default.PerDay;

    [Description("Highest price of a registration at which they still enter.")]
    public Tao ReservationPrice { get; init; } = Default.ReservationPrice;

    [Description("Whether a pruned miner, one of the start included, tries to come back by the same rule.")]
    public bool Reenter { get; init; } = Default.Reenter;

    [Description("After this a pruned miner tries to come back, and again as long as it stays out.")]
    public BlockSpan RetryAfter { get; init; } = Default.RetryAfter;

    [
        Description("Who comes, as often as the weights say."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.ArrivingMiner))
    ]
    public ImmutableArray<MinerSection> Miners { get; init; } = [];
}
