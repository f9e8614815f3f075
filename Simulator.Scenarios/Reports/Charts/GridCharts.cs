using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>Heat maps of what each validator stores about each miner at the last epoch.</summary>
internal static class GridCharts
{
    private const string Missing =
        "The result does not hold the weights of the last epoch: run with --weights to keep them.";

    /// <summary>Weights.</summary>
    public static Figure Weights(RunData data) =>
        Of(
            data.Weights,
            data.Weights?.Weights,
            "weights",
            "Weights of the last epoch",
            "the weight that the validator has stored for the miner, as a share of 65,535"
        );

    /// <summary>Bonds.</summary>
    public static Figure Bonds(RunData data) =>
        Of(
            data.Weights,
            data.Weights?.Bonds,
            "bonds",
            "Bonds of the last epoch",
            "the bond of the validator to the miner after the epoch, as a share of 65,535"
        );

    private static Figure Of(WeightGrid? grid, double[][]? values, string id, string title, string meaning)
    {
        if (grid is null || values is null)
        {
            return new Figure(id, title, Missing, null);
        }
        var layout = Axes.Plain();
        layout["showlegend"] = false;
        layout["xaxis"] = Categories("miner, by uid within its group", grid.Weighed.Select(Uid));
        layout["yaxis"] = Categories("validator", grid.Validators.Select(Holder));
        layout["yaxis"]!["autorange"] = "reversed";
        layout["margin"]!["t"] = 48;
        GroupStrip.AddTo(layout, grid.Weighed);
        return new Figure(
            id,
            title,
            $"Colour of a cell: {meaning}. An empty cell has no entry, which is not the same as 0. The strip on top "
                + "shows the miners' groups.",
            new Chart(
                $"Heat map with {Readable.Count(grid.Validators.Length, "validator")} as rows and "
                    + $"{Readable.Count(grid.Weighed.Length, "miner")} as columns: {meaning}.",
                Math.Min(170 + 30 * grid.Validators.Length, 900),
                [HeatMap(grid, values)],
                layout
            )
        );
    }

    private static JsonObject HeatMap(WeightGrid grid, double[][] values) =>
        new()
        {
            ["type"] = "heatmap",
            ["x"] = Json.Array(grid.Weighed.Select(Uid)),
            ["y"] = Json.Array(grid.Validators.Select(Holder)),
            ["z"] = new JsonArray([.. values.Select(row => (JsonNode?)Json.Array(row))]),
            ["text"] = new JsonArray([
                .. grid.Validators.Select(_ =>
                    (JsonNode?)Json.Array(grid.Weighed.Select(n => n.Group.Label))
                ),
            ]),
            ["zmin"] = 0,
            ["zmax"] = 1,
            ["colorscale"] = "Cividis",
            ["xgap"] = 1,
            ["ygap"] = 1,
            ["hovertemplate"] = "validator %{y}<br>miner uid %{x} (%{text})<br>%{z:.4f}<extra></extra>",
            ["colorbar"] = new JsonObject
            {
                ["thickness"] = 12,
                ["outlinewidth"] = 0,
                ["title"] = new JsonObject { ["text"] = "share", ["side"] = "right" },
            },
        };

    private static JsonObject Categories(string title, IEnumerable<string> names)
    {
        var axis = Axes.Titled(title);
        axis["type"] = "category";
        axis["categoryorder"] = "array";
        axis["categoryarray"] = Json.Array(names);
        axis["showgrid"] = false;
        axis["tickfont"] = new JsonObject { ["size"] = 11 };
        axis.Remove("nticks");
        return axis;
    }

    private static string Uid(NeuronRow neuron) => neuron.Uid.ToString(CultureInfo.InvariantCulture);

    private static string Holder(NeuronRow neuron) =>
        string.Create(CultureInfo.InvariantCulture, $"{neuron.Group.Label} · {neuron.Uid}");
}
