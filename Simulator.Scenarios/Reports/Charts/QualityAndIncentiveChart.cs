using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>Each miner's model beside its pay at the last epoch.</summary>
internal static class QualityAndIncentiveChart
{
    private const string Title = "Model quality and incentive";

    /// <summary>The chart of a run.</summary>
    public static Figure Of(RunData data)
    {
        NeuronRow[] miners = [.. data.LastMiners];
        if (!miners.Any(n => double.IsFinite(n.Quality)))
        {
            return new Figure("models", Title, "No miner held a model of its own at the last epoch.", null);
        }
        NeuronRow[] without = [.. miners.Where(n => double.IsNaN(n.Quality)).OrderBy(n => n.Group.Index)];
        JsonArray traces = [];
        foreach (var group in data.Groups.Miners.Where(g => miners.Any(n => n.Group == g)))
        {
            Add(traces, group, [.. miners.Where(n => n.Group == group)], without);
        }
        return new Figure(
            "models",
            Title,
            "One mark for each miner at the last epoch. Across: mean score of its own model on held-out questions, "
                + "percent of a perfect one. Up: percent of the subnet's incentive."
                + (without.Length == 0 ? "" : " Miners without a model stand on the right, side by side."),
            new Chart(
                "Scatter of each miner's incentive against its model's quality at the last epoch, both in percent.",
                440,
                traces,
                Layout(without.Length)
            )
        );
    }

    private static void Add(JsonArray traces, Group group, NeuronRow[] members, NeuronRow[] without)
    {
        NeuronRow[] withModel = [.. members.Where(n => double.IsFinite(n.Quality))];
        NeuronRow[] others = [.. members.Where(n => double.IsNaN(n.Quality))];
        if (withModel.Length > 0)
        {
            traces.Add(Trace(group, withModel, Json.Array(withModel.Select(n => n.Quality), 100), "x"));
        }
        if (others.Length > 0)
        {
            double[] places = [.. others.Select(n => (double)Array.IndexOf(without, n))];
            var trace = Trace(group, others, Json.Array(places), "x2");
            trace["showlegend"] = withModel.Length == 0;
            traces.Add(trace);
        }
    }

    private static JsonObject Trace(Group group, NeuronRow[] members, JsonArray across, string axis) =>
        new()
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["cliponaxis"] = false,
            ["name"] = Json.Text(group.Label),
            ["legendgroup"] = Json.Text(group.Label),
            ["x"] = across,
            ["y"] = Json.Array(members.Select(n => n.Incentive), 100),
            ["xaxis"] = axis,
            ["text"] = Json.Array(members.Select(About)),
            ["hovertemplate"] = "%{text}<br>incentive %{y:.2f}%<extra>%{fullData.name}</extra>",
            ["marker"] = new JsonObject
            {
                ["color"] = Palette.Colour(group),
                ["symbol"] = Palette.Mark(group),
                ["size"] = 10,
                ["opacity"] = 0.8,
            },
        };

    private static string About(NeuronRow neuron) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"uid {neuron.Uid}, hotkey {neuron.Hotkey}, strategy {neuron.Strategy}, quality {Readable.Percent(neuron.Quality)}"
        );

    private static JsonObject Layout(int without)
    {
        var layout = Axes.Plain();
        layout["hovermode"] = "closest";
        layout["xaxis"] = Axes.Titled("model quality, %");
        layout["yaxis"] = Axes.FromZero("incentive, %");
        if (without > 0)
        {
            layout["xaxis"]!["domain"] = new JsonArray(0, 0.84);
            layout["xaxis2"] = new JsonObject
            {
                ["domain"] = new JsonArray(0.87, 1),
                ["range"] = new JsonArray(-1, without),
                ["tickvals"] = new JsonArray((without - 1) / 2.0),
                ["ticktext"] = new JsonArray("no model"),
                ["showgrid"] = false,
                ["zeroline"] = false,
            };
        }
        return layout;
    }
}
