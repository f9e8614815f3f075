using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>How good the models of each group are over time.</summary>
internal static class QualityChart
{
    /// <summary>The chart of a run.</summary>
    public static Figure Of(RunData data)
    {
        var spreads = data.MinerSpreads(n => n.Quality);
        const string title = "Model quality over time";
        return spreads.Count == 0
            ? new Figure("quality", title, "No miner held a model of its own.", null)
            : new Figure(
                "quality",
                title,
                "Line: mean over the group's miners that hold a model; a newcomer still has to learn. "
                    + GroupLines.BandMeaning
                    + " Unit: mean score of the miner's own model on held-out questions, percent of a perfect one.",
                new Chart(
                    "Lines of mean model quality over epochs, one for each group of miners, in percent.",
                    380,
                    GroupLines.Of(data.Axis, spreads),
                    Axes.OverEpochs(data.Axis, "quality, %")
                )
            );
    }
}
