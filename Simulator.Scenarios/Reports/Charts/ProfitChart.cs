using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>What is left to a miner of each group over time.</summary>
internal static class ProfitChart
{
    /// <summary>The chart of a run; none where no costs were counted.</summary>
    public static IEnumerable<Figure> Of(RunData data)
    {
        if (!Ledger.CountsCosts(data))
        {
            yield break;
        }
        JsonArray traces = [];
        foreach (Spread spread in data.MinerSpreads(n => n.Money.Profit))
        {
            traces.Add(Line(data.Axis, spread));
        }
        yield return new Figure(
            "profit",
            "Profit over time",
            "Line: mean over the group's miners of income less all costs since each came. Unit: USD.",
            new Chart(
                "Lines of mean profit over epochs, one for each group of miners, in USD.",
                380,
                traces,
                Axes.OverEpochs(data.Axis, "profit, USD")
            )
        );
    }

    private static JsonObject Line(EpochAxis axis, Spread spread) =>
        new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = Json.Text(spread.Group.Label),
            ["x"] = Json.Array(axis.Shown),
            ["y"] = Json.Array(spread.Mean),
            ["line"] = new JsonObject
            {
                ["color"] = Palette.Colour(spread.Group),
                ["width"] = 2,
                ["dash"] = Palette.Dash(spread.Group),
            },
            ["hovertemplate"] = "%{y:,.2f} USD",
        };
}
