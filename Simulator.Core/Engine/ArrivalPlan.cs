using System.Collections.Immutable;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Miners that come while the subnet runs, at random times, and pay for their slot.</summary>
public sealed record ArrivalPlan
{
    /// <summary>Mean number of arrivals in a day of 7,200 blocks, in [0, 7,200].</summary>
    public double PerDay { get; init; }

    /// <summary>Highest price of a registration at which they still enter.</summary>
    public Tao ReservationPrice { get; init; } = Tao.Of(1);

    /// <summary>Whether a pruned miner, of the start or not, tries to come back by the same rule, and again as long as it stays out; a newcomer that stays out never comes back.</summary>
    public bool Reenter { get; init; }

    /// <summary>Blocks after which a pruned miner tries to come back, in [1, 1,000,000].</summary>
    public BlockSpan RetryAfter { get; init; } = new(360);

    /// <summary>Who comes: each arrival is drawn from these groups, as often as their counts say.</summary>
    public ImmutableArray<MinerGroup> Groups
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];
}
