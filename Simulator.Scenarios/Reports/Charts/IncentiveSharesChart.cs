using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>How the incentive is split between groups over time.</summary>
internal static class IncentiveSharesChart
{
    /// <summary>The chart of a run.</summary>
    public static Figure Of(RunData data)
    {
        const string title = "Incentive by group";
        if (!data.Groups.Miners.Any())
        {
            return new Figure("incentive-shares", title, "No miner held a slot.", null);
        }
        JsonArray traces = [.. data.Groups.Miners.Select(group => Bar(data, group))];
        var layout = Axes.OverEpochs(data.Axis, "share of all incentive, %");
        layout["barmode"] = "stack";
        layout["bargap"] = 0;
        layout["legend"]!["traceorder"] = "normal";
        return new Figure(
            "incentive-shares",
            title,
            "Height of a colour: what all miners of the group get together. Unit: percent of the subnet's incentive; "
                + "an epoch that paid no incentive is empty.",
            new Chart(
                "Stacked bars of each group's share of incentive over epochs, in percent.",
                360,
                traces,
                layout
            )
        );
    }

    private static JsonObject Bar(RunData data, Group group) =>
        new()
        {
            ["type"] = "bar",
            ["name"] = Json.Text(group.Label),
            ["x"] = Json.Array(data.Axis.Shown),
            ["y"] = Json.Array(
                data.Neurons.Select(rows => rows.Where(n => n.Group == group).Sum(n => n.Incentive)),
                100
            ),
            ["marker"] = new JsonObject
            {
                ["color"] = Palette.Colour(group),
                ["line"] = new JsonObject { ["width"] = 0 },
            },
            ["hovertemplate"] = "%{y:.1f}%",
        };
}
