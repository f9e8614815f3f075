using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>Many small charts over epochs, side by side on the same axes, with one legend.</summary>
internal static class SmallMultiples
{
    // Side by side, and still wide enough to read on a page.
    private const int MostColumns = 4;
    private const int RowHeight = 190;
    private const int TopMargin = 44;
    private const int BottomMargin = 78;
    private const int LegendRowHeight = 22;
    private const int NamesInRow = 5;
    private const double GapBetween = 0.025;

    // Where every panel has its own scale, its numbers stand beside it.
    private const double GapForNumbers = 0.05;

    // Pixels of a row that are left for its numbers and the titles of the next one.
    private const double TitleHeight = 50;

    /// <summary>The chart.</summary>
    /// <param name="description">What one sees, for those who cannot see it.</param>
    /// <param name="axis">The epochs.</param>
    /// <param name="rows">Rows of panels; a row that is too long goes on below itself.</param>
    /// <param name="yAxis">What all vertical axes are like; the leftmost of a row has its title.</param>
    /// <param name="isShared">Whether all panels have one vertical scale.</param>
    public static Chart Of(
        string description,
        EpochAxis axis,
        IReadOnlyList<IReadOnlyList<Panel>> rows,
        JsonObject yAxis,
        bool isShared = true
    )
    {
        Panel[][] lines = [.. rows.SelectMany(row => row.Chunk(MostColumns))];
        if (isShared && yAxis["range"] is null)
        {
            yAxis["range"] = Range(lines.SelectMany(line => line));
        }
        int columns = lines.Max(line => line.Length);
        double gap = isShared ? GapBetween : GapForNumbers;
        double width = (1 - (columns - 1) * gap) / columns;
        JsonArray traces = [],
            titles = [];
        HashSet<string> named = new(StringComparer.Ordinal);
        JsonObject layout = Axes.Plain();
        layout["hovermode"] = "closest";
        int number = 0;
        for (int line = 0; line < lines.Length; line++)
        {
            double top = 1 - (double)line / lines.Length;
            double bottom =
                1 - (line + 1 - (line + 1 < lines.Length ? TitleHeight / RowHeight : 0)) / lines.Length;
            for (int column = 0; column < lines[line].Length; column++)
            {
                number++;
                double left = column * (width + gap);
                bool isLowest = line == lines.Length - 1;
                layout[$"xaxis{Suffix(number)}"] = XAxis(axis, number, left, left + width, isLowest);
                layout[$"yaxis{Suffix(number)}"] = YAxis(yAxis, number, bottom, top, isShared, column == 0);
                titles.Add(Title(lines[line][column], left, top));
                AddTraces(traces, lines[line][column], number, named);
            }
        }
        int legend = (named.Count - 1) / NamesInRow * LegendRowHeight;
        layout["annotations"] = titles;
        layout["margin"]!["t"] = TopMargin;
        layout["margin"]!["b"] = BottomMargin + legend;
        return new Chart(
            description,
            lines.Length * RowHeight + TopMargin + BottomMargin + legend,
            traces,
            layout
        );
    }

    /// <summary>From the least value to the greatest, with room around.</summary>
    private static JsonArray Range(IEnumerable<Panel> panels)
    {
        double[] values =
        [
            .. panels
                .SelectMany(panel => panel.Traces)
                .SelectMany(trace => trace["y"]!.AsArray())
                .Where(value => value is not null)
                .Select(value => value!.GetValue<double>()),
        ];
        double low = values.Length == 0 ? 0 : Math.Min(0, values.Min());
        double high = values.Length == 0 ? 1 : Math.Max(0, values.Max());
        double room = Math.Max(high - low, 1e-6) * 0.06;
        return new JsonArray(low - room, high + room);
    }

    private static void AddTraces(JsonArray traces, Panel panel, int number, HashSet<string> named)
    {
        foreach (JsonObject trace in panel.Traces)
        {
            string name = (string)trace["name"]!;
            trace["legendgroup"] = name;
            trace["showlegend"] = named.Add(name);
            trace["xaxis"] = $"x{Suffix(number)}";
            trace["yaxis"] = $"y{Suffix(number)}";
            traces.Add(trace);
        }
    }

    private static JsonObject XAxis(EpochAxis axis, int number, double left, double right, bool isLowest)
    {
        JsonObject x = Axes.Titled(isLowest ? "epoch" : "");
        x["anchor"] = $"y{Suffix(number)}";
        x["domain"] = new JsonArray(Math.Round(left, 4), Math.Round(right, 4));
        x["nticks"] = 5;
        double margin = Math.Max(0.5, (axis.Shown[^1] - axis.Shown[0]) / 50.0);
        x["range"] = new JsonArray(axis.Shown[0] - margin, axis.Shown[^1] + margin);
        if (number > 1)
        {
            x["matches"] = "x";
        }
        return x;
    }

    private static JsonObject YAxis(
        JsonObject like,
        int number,
        double bottom,
        double top,
        bool isShared,
        bool isFirst
    )
    {
        JsonObject y = (JsonObject)like.DeepClone();
        y["anchor"] = $"x{Suffix(number)}";
        y["domain"] = new JsonArray(Math.Round(bottom, 4), Math.Round(top, 4));
        y["nticks"] = 5;
        if (isShared && number > 1)
        {
            y["matches"] = "y";
        }
        if (!isFirst)
        {
            y["showticklabels"] = !isShared;
            y.Remove("title");
        }
        return y;
    }

    private static JsonObject Title(Panel panel, double left, double top)
    {
        string note = panel.Note.Length == 0 ? "" : $"<br><i>{Json.Text(panel.Note)}</i>";
        return new()
        {
            ["xref"] = "paper",
            ["yref"] = "paper",
            ["x"] = Math.Round(left, 4),
            ["y"] = Math.Round(top, 4),
            ["xanchor"] = "left",
            ["yanchor"] = "bottom",
            ["showarrow"] = false,
            ["align"] = "left",
            ["text"] = $"{Json.Text(panel.Title)}{note}",
            ["font"] = new JsonObject { ["size"] = 12 },
        };
    }

    private static string Suffix(int number) =>
        number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
