using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>Groups over time: a line for the mean, and a band around the middle of its members.</summary>
internal static class GroupLines
{
    /// <summary>What the band is, as captions say it.</summary>
    public const string BandMeaning =
        "Band: its members without the highest and lowest tenth (all of up to ten members).";

    private const int MarksPerLine = 8;

    /// <summary>Bands and lines of groups, in percent.</summary>
    public static JsonArray Of(EpochAxis axis, IReadOnlyList<Spread> spreads)
    {
        JsonArray traces = [];
        // All bands before all lines: no band may veil another group's line.
        foreach (var spread in spreads)
        {
            traces.Add(Band(axis, spread));
        }
        foreach (var spread in spreads)
        {
            traces.Add(Line(axis, spread.Group, spread.Group.Label, spread.Mean, Palette.Dash(spread.Group)));
        }
        return traces;
    }

    /// <summary>One line in a group's colour, in percent.</summary>
    public static JsonObject Line(EpochAxis axis, Group group, string name, double[] shares, string dash) =>
        new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines+markers",
            ["name"] = Json.Text(name),
            ["legendgroup"] = Json.Text(name),
            ["x"] = Json.Array(axis.Shown),
            ["y"] = Json.Array(shares, 100),
            ["line"] = new JsonObject
            {
                ["color"] = Palette.Colour(group),
                ["width"] = 2,
                ["dash"] = dash,
            },
            ["marker"] = new JsonObject
            {
                ["symbol"] = Palette.Mark(group),
                ["size"] = 7,
                ["maxdisplayed"] = MarksPerLine,
            },
            ["hovertemplate"] = "%{y:.2f}%",
        };

    private static JsonObject Band(EpochAxis axis, Spread spread)
    {
        JsonArray x = [],
            y = [];
        for (int first = 0, next; first < axis.Points; first = next)
        {
            next = first + 1;
            if (double.IsNaN(spread.Mean[first]))
            {
                continue;
            }
            while (next < axis.Points && !double.IsNaN(spread.Mean[next]))
            {
                next++;
            }
            Outline(axis, spread, first, next, x, y);
        }
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["fill"] = "toself",
            ["fillcolor"] = Palette.Faint(Palette.Colour(spread.Group), "20"),
            ["line"] = new JsonObject { ["width"] = 0 },
            ["legendgroup"] = Json.Text(spread.Group.Label),
            ["showlegend"] = false,
            ["hoverinfo"] = "skip",
            ["x"] = x,
            ["y"] = y,
        };
    }

    // Forward along the upper edge and back along the lower one; the gap after it keeps the next stretch a shape of its own.
    private static void Outline(EpochAxis axis, Spread spread, int first, int next, JsonArray x, JsonArray y)
    {
        for (int i = first; i < next; i++)
        {
            x.Add(axis.Shown[i]);
            y.Add(Json.Number(spread.High[i] * 100));
        }
        for (int i = next - 1; i >= first; i--)
        {
            x.Add(axis.Shown[i]);
            y.Add(Json.Number(spread.Low[i] * 100));
        }
        x.Add(null);
        y.Add(null);
    }
}
