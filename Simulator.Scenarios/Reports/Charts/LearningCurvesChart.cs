using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>How the model of every single miner became better, or worse, over time.</summary>
internal static class LearningCurvesChart
{
    private const string Title = "Learning curves";

    /// <summary>The chart of a run.</summary>
    public static Figure Of(RunData data)
    {
        Panel[] panels =
        [
            .. data
                .Groups.Miners.Where(group =>
                    data.Neurons.Any(rows => rows.Any(n => n.Group == group && double.IsFinite(n.Quality)))
                )
                .Select(group => Panel(data, group)),
        ];
        return panels.Length == 0
            ? new Figure("learning", Title, "No miner held a model of its own.", null)
            : new Figure(
                "learning",
                Title,
                "One line for each miner, from its first epoch in the subnet to its last; one panel for each group. Unit: "
                    + "mean score of the miner's own model on held-out questions, percent of a perfect one.",
                SmallMultiples.Of(
                    "Small charts, one for each group of miners, with a line of model quality over epochs for each miner.",
                    data.Axis,
                    [panels],
                    Axes.Titled("quality, %")
                )
            );
    }

    private static Panel Panel(RunData data, Group group)
    {
        ulong[] members =
        [
            .. data
                .Neurons.SelectMany(rows => rows)
                .Where(n => n.Group == group && double.IsFinite(n.Quality))
                .Select(n => n.Hotkey)
                .Distinct()
                .Order(),
        ];
        return new(
            group.Label,
            Readable.Count(members.Length, "miner"),
            [.. members.Select(hotkey => Line(data, group, hotkey))]
        );
    }

    private static JsonObject Line(RunData data, Group group, ulong hotkey) =>
        new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = Json.Text(group.Label),
            // Epochs shown lie evenly: their first and their distance say less than a list for each of so many lines.
            ["x0"] = data.Axis.Shown[0],
            ["dx"] = data.Axis.Stride,
            ["y"] = Json.Array(data.Neurons.Select(rows => Math.Round(100 * Quality(rows, hotkey), 1))),
            ["line"] = new JsonObject { ["color"] = Palette.Colour(group), ["width"] = 1 },
            ["opacity"] = 0.7,
            ["hovertemplate"] = $"hotkey {hotkey}, epoch %{{x}}: %{{y:.1f}}%<extra></extra>",
        };

    private static double Quality(NeuronRow[] rows, ulong hotkey)
    {
        foreach (NeuronRow row in rows)
        {
            if (row.Hotkey == hotkey)
            {
                return row.Quality;
            }
        }
        return double.NaN;
    }
}
