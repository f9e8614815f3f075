namespace Simulator.Core.Metrics;

/// <summary>One epoch of a run's tables, as a metric reads it: of the first mechanism, but where it says otherwise.</summary>
public sealed class EpochSlice
{
    private readonly Table _epochs;
    private readonly Table _neurons;
    private readonly int _row;
    private readonly int[] _members;
    private readonly int[] _all;
    private readonly int[] _paid;
    private readonly RunningTotals _totals;

    /// <summary>One epoch.</summary>
    /// <param name="epochs">Table of epochs.</param>
    /// <param name="row">Its row there.</param>
    /// <param name="neurons">Table of neurons.</param>
    /// <param name="all">Rows of its slots there.</param>
    /// <param name="members">Those of them that the metric is about.</param>
    /// <param name="paid">Rows of the same neurons, of every mechanism.</param>
    /// <param name="totals">Sums over the table of epochs.</param>
    internal EpochSlice(
        Table epochs,
        int row,
        Table neurons,
        int[] all,
        int[] members,
        int[] paid,
        RunningTotals totals
    )
    {
        (_epochs, _row, _totals) = (epochs, row, totals);
        (_neurons, _all, _members, _paid) = (neurons, all, members, paid);
    }

    /// <summary>Number of neurons that the metric is about.</summary>
    public int Count => _members.Length;

    /// <summary>The epoch's value in a column of the table of epochs.</summary>
    public double Of(string column) => Number(_epochs[column], _row);

    /// <summary>The sum of a column of whole numbers of the table of epochs, from the first epoch to this one.</summary>
    /// <remarks>An epoch counts once, though each of its mechanisms has a row that says the same.</remarks>
    public double Total(string column) => _totals.UpTo(column, _row);

    /// <summary>Values of a column of the table of neurons, of those that the metric is about.</summary>
    public double[] Members(string column) => Numbers(column, _members);

    /// <summary>The same, of every mechanism: as many values for each neuron as there are mechanisms.</summary>
    public double[] MembersOfEveryMechanism(string column) => Numbers(column, _paid);

    /// <summary>Values of a column of the table of neurons, of every slot.</summary>
    public double[] All(string column) => Numbers(column, _all);

    /// <summary>The same, of every slot whose holder has a role.</summary>
    public double[] All(string column, string role) => Numbers(column, RowsOf(role));

    /// <summary>Number of slots whose holders have a role.</summary>
    public int CountOf(string role) => RowsOf(role).Length;

    private int[] RowsOf(string role)
    {
        ReadOnlySpan<string> roles = _neurons["role"].Values<string>();
        List<int> rows = [];
        foreach (int row in _all)
        {
            if (roles[row] == role)
            {
                rows.Add(row);
            }
        }
        return [.. rows];
    }

    private double[] Numbers(string column, int[] rows)
    {
        Column source = _neurons[column];
        return Array.ConvertAll(rows, row => Number(source, row));
    }

    private static double Number(Column column, int row) =>
        column.Type switch
        {
            ColumnType.Int64 => column.Values<long>()[row],
            ColumnType.UInt64 => column.Values<ulong>()[row],
            ColumnType.Double => column.Values<double>()[row],
            _ => throw new InvalidOperationException($"Column '{column.Name}' holds no numbers."),
        };
}
