using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>What one miner of each group earns over time.</summary>
internal static class IncentiveChart
{
    /// <summary>The chart of a run.</summary>
    public static Figure Of(RunData data)
    {
        var spreads = data.MinerSpreads(n => n.Incentive);
        const string title = "Incentive per miner";
        return spreads.Count == 0
            ? new Figure("incentive", title, "No miner held a slot.", null)
            : new Figure(
                "incentive",
                title,
                "Line: mean over the miners that belong to the group at that epoch. "
                    + GroupLines.BandMeaning
                    + " Unit: percent of the subnet's incentive.",
                new Chart(
                    "Lines of mean incentive per miner over epochs, one for each group of miners, in percent.",
                    420,
                    GroupLines.Of(data.Axis, spreads),
                    Axes.OverEpochs(data.Axis, "incentive per miner, %")
                )
            );
    }
}
