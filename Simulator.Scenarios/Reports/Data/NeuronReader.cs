using Simulator.Core.Metrics;
using Simulator.Core.Units;

namespace Simulator.Scenarios.Reports.Data;

/// <summary>Reads the neurons table at the epochs that the page shows.</summary>
internal static class NeuronReader
{
    private const double Whole = PerU16.One;

    /// <summary>The neurons at each epoch shown, by uid.</summary>
    /// <param name="table">The neurons table.</param>
    /// <param name="scope">The mechanism that the page shows.</param>
    /// <param name="axis">The epochs that it shows.</param>
    public static (GroupList Groups, NeuronRow[][] Rows) Read(Table table, Scope scope, EpochAxis axis)
    {
        var shown = new List<int>[axis.Points];
        for (int point = 0; point < shown.Length; point++)
        {
            shown[point] = [];
        }
        var epochs = table["epoch"].Values<long>();
        foreach (int row in scope.RowsOf(table))
        {
            int point = axis.PointOf(epochs[row]);
            if (point >= 0)
            {
                shown[point].Add(row);
            }
        }
        var groups = new GroupList(shown.SelectMany(rows => rows).Select(row => Member(table, row)));
        return (groups, [.. shown.Select(rows => Rows(table, rows, groups))]);
    }

    // Results of earlier versions have no such columns; their pages say that nothing was counted.
    private static double Number(Table table, string column, int row) =>
        table.Columns.FirstOrDefault(c => c.Name == column) is { } found
            ? found.Values<double>()[row]
            : double.NaN;

    private static (string Group, bool IsValidator) Member(Table table, int row) =>
        (table["group"].Values<string>()[row], table["role"].Values<string>()[row] == "validator");

    private static NeuronRow[] Rows(Table table, List<int> rows, GroupList groups)
    {
        var uids = table["uid"].Values<long>();
        var hotkeys = table["hotkey"].Values<ulong>();
        var strategies = table["strategy"].Values<string>();
        var stakes = table["stake"].Values<ulong>();
        var incentives = table["incentive"].Values<long>();
        var dividends = table["dividends"].Values<long>();
        var trusts = table["vtrust"].Values<long>();
        var emissions = table["emission"].Values<ulong>();
        var permits = table["permit"].Values<bool>();
        var qualities = table["model_quality"].Values<double>();
        var read = new NeuronRow[rows.Count];
        for (int i = 0; i < read.Length; i++)
        {
            int row = rows[i];
            var (name, isValidator) = Member(table, row);
            read[i] = new NeuronRow(
                uids[row],
                hotkeys[row],
                groups.Of(name, isValidator),
                strategies[row],
                stakes[row],
                incentives[row] / Whole,
                dividends[row] / Whole,
                trusts[row] / Whole,
                emissions[row],
                permits[row],
                qualities[row],
                new(
                    Number(table, "income_usd", row),
                    Number(table, "compute_usd", row),
                    Number(table, "energy_usd", row),
                    Number(table, "entry_usd", row),
                    Number(table, "other_usd", row)
                ),
                Number(table, "provider_usd", row),
                Number(table, "score", row),
                Number(table, "score_error", row)
            );
        }
        Array.Sort(read, (a, b) => a.Uid.CompareTo(b.Uid));
        return read;
    }
}
