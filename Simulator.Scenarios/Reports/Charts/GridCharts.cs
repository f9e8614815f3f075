using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>Heat maps of what each validator stores about each miner at the last epoch.</summary>
internal static class GridCharts
{
    private const string NotKept =
        "The result does not hold the weights of the last epoch: run with --weights to keep them.";

    private const string NoneStored = "No weight or bond was stored at the last epoch.";

    // Gaps between more cells than this would hide the cells.
    private const int MostGapped = 64;

    /// <summary>Weights.</summary>
    public static Figure Weights(RunData data) =>
        Of(
            data,
            data.Weights?.Weights,
            "weights",
            "Weights of the last epoch",
            "the weight that the validator has stored for the miner, as a share of 65,535 (the chain scales a "
                + "validator's largest to 1)"
        );

    /// <summary>Bonds.</summary>
    public static Figure Bonds(RunData data) =>
        Of(
            data,
            data.Weights?.Bonds,
            "bonds",
            "Bonds of the last epoch",
            "the bond of the validator to the miner after the epoch, as a share of 65,535"
        );

    private static Figure Of(RunData data, double[][]? values, string id, string title, string meaning)
    {
        if (data.Weights is not { } grid || values is null)
        {
            return new Figure(id, title, data.KeepsWeights ? NoneStored : NotKept, null);
        }
        var layout = Axes.Plain();
        layout["showlegend"] = false;
        layout["xaxis"] = Categories("miner, by uid within its group", grid.Weighed.Select(Uid));
        layout["yaxis"] = Categories("validator, by uid", grid.Validators.Select(Uid));
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
            ["y"] = Json.Array(grid.Validators.Select(Uid)),
            ["z"] = new JsonArray([.. values.Select(row => (JsonNode?)Json.Array(row))]),
            ["text"] = new JsonArray([
                .. grid.Validators.Select(_ =>
                    (JsonNode?)Json.Array(grid.Weighed.Select(n => n.Group.Label))
                ),
            ]),
            ["zmin"] = 0,
            ["zmax"] = Json.Number(Most(values)),
            ["colorscale"] = "Cividis",
            ["xgap"] = grid.Weighed.Length <= MostGapped ? 1 : 0,
            ["ygap"] = grid.Validators.Length <= MostGapped ? 1 : 0,
            ["hovertemplate"] = "validator uid %{y}<br>miner uid %{x} (%{text})<br>%{z:.4f}<extra></extra>",
            ["colorbar"] = new JsonObject
            {
                ["thickness"] = 12,
                ["outlinewidth"] = 0,
                ["title"] = new JsonObject { ["text"] = "share", ["side"] = "right" },
            },
        };

    // Bonds may all be small: colours then span what there is. Where all is 0, the scale is that of a share.
    private static double Most(double[][] values)
    {
        double most = values.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return most > 0 ? most : 1;
    }

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
}
