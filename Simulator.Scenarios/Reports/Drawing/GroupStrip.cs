using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>A strip of group colours above columns that are ordered by group.</summary>
internal static class GroupStrip
{
    // A name needs about this share of the columns to stand above them.
    private const double WidthOfName = 0.07;

    /// <summary>Adds the strip, with the names that have room, to a heat map's layout.</summary>
    public static void AddTo(JsonObject layout, NeuronRow[] columns)
    {
        JsonArray shapes = [],
            names = [];
        for (int first = 0, next; first < columns.Length; first = next)
        {
            next = first + 1;
            while (next < columns.Length && columns[next].Group == columns[first].Group)
            {
                next++;
            }
            shapes.Add(Block(columns[first].Group, first, next));
            if (next - first >= WidthOfName * columns.Length)
            {
                names.Add(Name(columns[first].Group, (first + next - 1) / 2.0));
            }
        }
        layout["shapes"] = shapes;
        layout["annotations"] = names;
    }

    private static JsonObject Block(Group group, int first, int next) =>
        new()
        {
            ["type"] = "rect",
            ["xref"] = "x",
            ["yref"] = "paper",
            ["x0"] = first - 0.47,
            ["x1"] = next - 0.53,
            ["yanchor"] = 1,
            ["ysizemode"] = "pixel",
            ["y0"] = 2,
            ["y1"] = 7,
            ["fillcolor"] = Palette.Colour(group),
            ["line"] = new JsonObject { ["width"] = 0 },
        };

    private static JsonObject Name(Group group, double middle) =>
        new()
        {
            ["xref"] = "x",
            ["yref"] = "paper",
            ["x"] = middle,
            ["y"] = 1,
            ["yanchor"] = "bottom",
            ["yshift"] = 8,
            ["showarrow"] = false,
            ["text"] = Json.Text(group.Label),
            ["font"] = new JsonObject { ["size"] = 11 },
        };
}
