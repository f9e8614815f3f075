using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Reports.Data;

/// <summary>The epochs table as the page reads it: levels at the epochs shown, counts added up between them.</summary>
internal sealed class EpochSeries
{
    private readonly Table _table;
    private readonly List<int> _rows;

    /// <summary>Reads one mechanism's rows.</summary>
    /// <param name="table">The epochs table.</param>
    /// <param name="scope">The mechanism that the page shows.</param>
    public EpochSeries(Table table, Scope scope)
    {
        _table = table;
        _rows = scope.RowsOf(table);
        var epochs = table["epoch"].Values<long>();
        _rows.Sort((a, b) => table["epoch"].Values<long>()[a].CompareTo(table["epoch"].Values<long>()[b]));
        var numbers = new long[_rows.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = epochs[_rows[i]];
        }
        Axis = new EpochAxis(numbers);
    }

    /// <summary>The epochs that charts show.</summary>
    public EpochAxis Axis { get; }

    /// <summary>Number of epochs, shown or not.</summary>
    public int Count => _rows.Count;

    /// <summary>A whole number at the last epoch; 0 where none ran.</summary>
    public long Last(string column) => _rows.Count == 0 ? 0 : _table[column].Values<long>()[_rows[^1]];

    /// <summary>A whole number added up over the run.</summary>
    public long Total(string column)
    {
        var values = _table[column].Values<long>();
        long total = 0;
        foreach (int row in _rows)
        {
            total += values[row];
        }
        return total;
    }

    /// <summary>A number at the epochs shown; NaN where there is none.</summary>
    public double[] Levels(string column)
    {
        var values = _table[column].Values<double>();
        var levels = new double[Axis.Points];
        foreach (int row in ShownRows())
        {
            levels[PointOf(row)] = values[row];
        }
        return levels;
    }

    /// <summary>An amount at the epochs shown.</summary>
    public ulong[] Amounts(string column)
    {
        var values = _table[column].Values<ulong>();
        var levels = new ulong[Axis.Points];
        foreach (int row in ShownRows())
        {
            levels[PointOf(row)] = values[row];
        }
        return levels;
    }

    /// <summary>A whole number added up from each epoch shown back to the one shown before.</summary>
    public long[] Sums(string column)
    {
        var values = _table[column].Values<long>();
        var epochs = _table["epoch"].Values<long>();
        var sums = new long[Axis.Points];
        foreach (int row in _rows)
        {
            sums[Axis.PointFor(epochs[row])] += values[row];
        }
        return sums;
    }

    private IEnumerable<int> ShownRows() => _rows.Where(row => PointOf(row) >= 0);

    private int PointOf(int row) => Axis.PointOf(_table["epoch"].Values<long>()[row]);
}
