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
        JsonArray traces = [];
        HashSet<Group> named = [];
        for (int i = 0; i < holders.Count; i++)
        {
            traces.Add(Trace(data, holders, i, holders.Count <= MostNamed || named.Add(holders[i].Group)));
        }
        return new Figure(
            "dividends",
            title,
            "One line for each hotkey, named by the uid of the slot it held last"
                + (holders.Count <= MostNamed ? "" : "; the legend names groups")
                + ". Unit: percent of the subnet's dividends.",
            new Chart(
                "Lines of dividends over epochs, one for each validator, in percent.",
                380,
                traces,
                Axes.OverEpochs(data.Axis, "dividends, %")
            )
        );
    }

    private static JsonObject Trace(RunData data, List<NeuronRow> holders, int index, bool isNamed)
    {
        var holder = holders[index];
        int before = holders.Take(index).Count(h => h.Group == holder.Group);
        string label = string.Create(
            CultureInfo.InvariantCulture,
            $"{holder.Group.Label} · uid {holder.Uid}"
        );
        double[] shares = [.. data.Neurons.Select(rows => DividendsOf(rows, holder.Hotkey))];
        var trace = GroupLines.Line(data.Axis, holder.Group, label, shares, Palette.Dash(before));
        trace["showlegend"] = isNamed;
        trace["hovertemplate"] = "%{y:.2f}%<extra>%{fullData.name}</extra>";
        if (holders.Count > MostNamed)
        {
            trace["name"] = Json.Text(isNamed ? holder.Group.Label : label);
            trace["legendgroup"] = Json.Text(holder.Group.Label);
            trace["line"]!["width"] = 1;
            trace["mode"] = data.Axis.Points > 1 ? "lines" : "markers";
        }
        else
        {
            NameEnd(trace, shares, holder);
        }
        return trace;
    }

    // Lines of one group share its colour: the uid at a line's end tells them apart.
    private static void NameEnd(JsonObject trace, double[] shares, NeuronRow holder)
    {
        int end = Array.FindLastIndex(shares, double.IsFinite);
        string name = string.Create(CultureInfo.InvariantCulture, $" {holder.Uid}");
        trace["text"] = Json.Array(shares.Select((_, i) => i == end ? name : ""));
        trace["textposition"] = "middle right";
        trace["cliponaxis"] = false;
        trace.Remove("marker");
        trace["mode"] = shares.Length > 1 ? "lines+text" : "markers+text";
    }

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
