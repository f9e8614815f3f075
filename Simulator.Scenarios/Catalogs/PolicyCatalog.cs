using Simulator.Core.Agents.Policies;

namespace Simulator.Scenarios.Catalogs;

/// <summary>The policies by which firms train.</summary>
internal static class PolicyCatalog
{
    /// <summary>All of them; the first is the default.</summary>
    public static PolicyEntry[] All { get; } =
    [
        new("steady", "Trains all the time.", _ => new SteadyTraining()),
        new(
            "sprint",
            "Trains for some tempos, rests for some, and begins again.",
            miner => new SprintTraining(miner.Sprint, miner.Rest)
        )
        {
            Keys = ["sprint", "rest"],
        },
        new(
            "adaptive",
            "Buys more compute as long as that brings in more than it costs.",
            miner => new AdaptiveTraining(miner.MostDuty)
        )
        {
            Keys = ["most_duty"],
        },
    ];
}
