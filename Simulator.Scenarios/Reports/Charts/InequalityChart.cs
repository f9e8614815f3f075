using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>How unequally incentive is shared out.</summary>
internal static class InequalityChart
{
    /// <summary>The chart of a run.</summary>
    public static Figure Of(RunData data)
    {
        const string title = "Inequality of incentive";
        if (data.Axis.Points == 0)
        {
            return new Figure("inequality", title, "No epoch ran.", null);
        }
        JsonArray traces =
        [
            Line(data, "gini_incentive", "Gini coefficient over miners", Palette.Subnet, "solid"),
            Line(data, "top10_incentive", "share of the ten best paid miners", "#D55E00", "dash"),
        ];
        var layout = Axes.OverEpochs(data.Axis, "share, 0 to 1");
        layout["yaxis"]!["range"] = new JsonArray(0, 1.02);
        return new Figure(
            "inequality",
            title,
            "Gini coefficient: 0 when all miners earn the same, near 1 when one earns everything. Dashed: what the ten "
                + "best paid miners get together. Both are shares from 0 to 1.",
            new Chart(
                "Lines of the Gini coefficient and of the share of the ten best paid miners over epochs, from 0 to 1.",
                340,
                traces,
                layout
            )
        );
    }

    private static JsonObject Line(RunData data, string column, string name, string colour, string dash) =>
        new()
        {
            ["type"] = "scatter",
            ["mode"] = data.Axis.Points > 1 ? "lines" : "markers",
            ["name"] = name,
            ["x"] = Json.Array(data.Axis.Shown),
            ["y"] = Json.Array(data.Epochs.Levels(column)),
            ["line"] = new JsonObject
            {
                ["color"] = colour,
                ["width"] = 2,
                ["dash"] = dash,
            },
            ["hovertemplate"] = "%{y:.3f}",
        };
}
