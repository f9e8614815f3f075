using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Reports.Data;

/// <summary>The one mechanism of one subnet that a page shows: the first of those in the tables.</summary>
/// <param name="NetUid">Subnet.</param>
/// <param name="Mechanism">Mechanism.</param>
internal sealed record Scope(long NetUid, long Mechanism)
{
    /// <summary>The lowest subnet of the epochs table and its lowest mechanism.</summary>
    public static Scope FirstOf(Table epochs)
    {
        var netuids = epochs["netuid"].Values<long>();
        var mechids = epochs["mechid"].Values<long>();
        var first = (NetUid: long.MaxValue, Mechanism: long.MaxValue);
        for (int row = 0; row < epochs.Rows; row++)
        {
            var here = (netuids[row], mechids[row]);
            first = here.CompareTo(first) < 0 ? here : first;
        }
        return new Scope(first.NetUid, first.Mechanism);
    }

    /// <summary>The rows of a table that are about it, in table order.</summary>
    public List<int> RowsOf(Table table)
    {
        var netuids = table["netuid"].Values<long>();
        var mechids = table["mechid"].Values<long>();
        List<int> rows = [];
        for (int row = 0; row < table.Rows; row++)
        {
            if (netuids[row] == NetUid && mechids[row] == Mechanism)
            {
                rows.Add(row);
            }
        }
        return rows;
    }

    /// <summary>Whether a table is about others, too.</summary>
    public bool IsPartOf(Table table) => RowsOf(table).Count < table.Rows;
}
