using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>Who came and went, and at what price.</summary>
internal static class RegistrationsChart
{
    private const string Coming = "#0072B2";
    private const string Going = "#D55E00";

    /// <summary>The chart of a run.</summary>
    public static Figure Of(RunData data)
    {
        const string title = "Registrations, prunings and the price of a slot";
        if (data.Axis.Points == 0)
        {
            return new Figure("registrations", title, "No epoch ran.", null);
        }
        JsonArray traces =
        [
            Bars(data, "registered", "registrations", Coming, 1),
            Bars(data, "pruned", "prunings", Going, -1),
            Price(data),
        ];
        return new Figure(
            "registrations",
            title,
            "Above: neurons that took a slot (up) and neurons that lost theirs to a newcomer (down), in neurons "
                + (data.Axis.Stride == 1 ? "per epoch" : $"per {Readable.Count(data.Axis.Stride)} epochs")
                + ". Below: the price of a registration at the epoch, in TAO.",
            new Chart(
                "Bars of registrations and prunings over epochs, in neurons, above a line of the registration price in TAO.",
                440,
                traces,
                Layout(data)
            )
        );
    }

    private static JsonObject Bars(RunData data, string column, string name, string colour, int direction)
    {
        long[] counts = data.Epochs.Sums(column);
        return new JsonObject
        {
            ["type"] = "bar",
            ["name"] = name,
            ["x"] = Json.Array(data.Axis.Shown),
            ["y"] = Json.Array([.. counts.Select(n => n * direction)]),
            ["customdata"] = Json.Array(counts),
            ["hovertemplate"] = "%{customdata}",
            ["marker"] = new JsonObject { ["color"] = colour },
        };
    }

    private static JsonObject Price(RunData data) =>
        new()
        {
            ["type"] = "scatter",
            ["mode"] = data.Axis.Points > 1 ? "lines" : "markers",
            ["name"] = "price of a registration",
            ["x"] = Json.Array(data.Axis.Shown),
            ["y"] = Json.Array(data.Epochs.Amounts("burn").Select(Readable.InUnits)),
            ["yaxis"] = "y2",
            ["line"] = new JsonObject
            {
                ["color"] = Palette.Subnet,
                ["width"] = 2,
                ["shape"] = "hv",
            },
            ["hovertemplate"] = "%{y:.4f} TAO",
        };

    private static JsonObject Layout(RunData data)
    {
        var layout = Axes.OverEpochs(data.Axis, "neurons");
        layout["barmode"] = "relative";
        layout["xaxis"]!["anchor"] = "y2";
        layout["yaxis"]!["domain"] = new JsonArray(0.42, 1);
        layout["yaxis"]!["zeroline"] = true;
        layout["yaxis"]!["zerolinecolor"] = "#888";
        long most = data.Epochs.Sums("registered").Concat(data.Epochs.Sums("pruned")).Max();
        Axes.StepByOne(layout["yaxis"]!, 2 * most);
        layout["yaxis2"] = Axes.FromZero("price, TAO");
        layout["yaxis2"]!["domain"] = new JsonArray(0, 0.34);
        layout["yaxis2"]!["nticks"] = 4;
        return layout;
    }
}
