using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>What each validator earns over time.</summary>
internal static class DividendsChart
{
    // More names than this would fill the chart; validators of one group then share an entry of the legend.
    private const int MostNamed = 12;

    /// <summary>The chart of a run.</summary>
    public static Figure Of(RunData data)
    {
        const string title = "Dividends per validator";
        var holders = Holders(data);
        if (holders.Count == 0)
        {
            return new Figure("dividends", title, "No validator held a slot.", null);
        }
        bool areFew = holders.Count <= MostNamed;
        JsonArray traces = [];
        HashSet<Group> named = [];
        for (int i = 0; i < holders.Count; i++)
        {
            traces.Add(
                areFew ? OneOfFew(data, holders, i) : OneOfMany(data, holders[i], named.Add(holders[i].Group))
            );
        }
        var layout = Axes.OverEpochs(data.Axis, "dividends, %");
        layout["yaxis"]!["rangemode"] = "normal";
        layout["hovermode"] = areFew ? "x unified" : "closest";
        return new Figure(
            "dividends",
            title,
            "One line for each hotkey, named by the uid of the slot it held last"
                + (areFew ? "" : "; the legend names groups")
                + ". Unit: percent of the subnet's dividends; the axis need not begin at 0.",
            new Chart(
                "Lines of dividends over epochs, one for each validator, in percent.",
                380,
                traces,
                layout
            )
        );
    }

    // Lines of one group share its colour: dashes and the uid at a line's end tell them apart.
    private static JsonObject OneOfFew(RunData data, List<NeuronRow> holders, int index)
    {
        var holder = holders[index];
        double[] shares = Shares(data, holder);
        int before = holders.Take(index).Count(h => h.Group == holder.Group);
        bool isAlone = holders.All(h => h.Group == holder.Group);
        string label = isAlone ? Uid(holder) : $"{holder.Group.Label} · {Uid(holder)}";
        var trace = GroupLines.Line(data.Axis, holder.Group, label, shares, Palette.Dash(before));
        int end = Array.FindLastIndex(shares, double.IsFinite);
        string name = string.Create(CultureInfo.InvariantCulture, $" {holder.Uid}");
        trace["text"] = Json.Array(shares.Select((_, i) => i == end ? name : ""));
        trace["textposition"] = "middle right";
        trace["cliponaxis"] = false;
        trace["marker"] = new JsonObject { ["color"] = Palette.Colour(holder.Group) };
        trace["mode"] = shares.Length > 1 ? "lines+text" : "markers+text";
        return trace;
    }

    private static JsonObject OneOfMany(RunData data, NeuronRow holder, bool isFirstOfGroup)
    {
        string label = holder.Group.Label;
        var trace = GroupLines.Line(data.Axis, holder.Group, label, Shares(data, holder), Palette.Dash(0));
        trace["showlegend"] = isFirstOfGroup;
        trace["line"]!["width"] = 1;
        trace["opacity"] = 0.5;
        trace["mode"] = data.Axis.Points > 1 ? "lines" : "markers";
        trace["hovertemplate"] = $"{Uid(holder)}: %{{y:.2f}}%<extra>%{{fullData.name}}</extra>";
        return trace;
    }

    private static string Uid(NeuronRow holder) =>
        string.Create(CultureInfo.InvariantCulture, $"uid {holder.Uid}");

    private static double[] Shares(RunData data, NeuronRow holder) =>
        [.. data.Neurons.Select(rows => DividendsOf(rows, holder.Hotkey))];

    // Each hotkey that ever validated or earned dividends, as it stood last; by group, then by uid and hotkey.
    private static List<NeuronRow> Holders(RunData data)
    {
        var last = new SortedDictionary<ulong, NeuronRow>();
        foreach (var row in data.Neurons.SelectMany(rows => rows))
        {
            if (row.IsValidator || row.Dividends > 0)
            {
                last[row.Hotkey] = row;
            }
        }
        return [.. last.Values.OrderBy(n => n.Group.Index).ThenBy(n => n.Uid).ThenBy(n => n.Hotkey)];
    }

    private static double DividendsOf(NeuronRow[] rows, ulong hotkey)
    {
        int found = Array.FindIndex(rows, n => n.Hotkey == hotkey);
        return found < 0 ? double.NaN : rows[found].Dividends;
    }
}
