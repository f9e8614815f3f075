using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Reports;

/// <summary>Results of a few rows, written out by hand.</summary>
internal static class Sample
{
    /// <summary>A miner at an epoch.</summary>
    public static void Neuron(
        Table neurons,
        long epoch,
        long uid,
        ulong hotkey,
        string group,
        long incentive,
        double quality = double.NaN,
        string strategy = "honest",
        long mechid = 0,
        double score = 0,
        double error = 0
    ) =>
        Row(
            neurons,
            epoch,
            1L,
            mechid,
            uid,
            hotkey,
            "miner",
            strategy,
            0UL,
            0L,
            incentive,
            0L,
            0L,
            0UL,
            false,
            true,
            quality,
            group,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0L,
            score,
            error
        );

    /// <summary>A result with those neurons, and epochs in which nothing else happened.</summary>
    public static RunResult Of(Table neurons, int epochs, ulong emission = 1_000_000_000)
    {
        var epochTable = ResultTables.Epochs();
        for (long epoch = 1; epoch <= epochs; epoch++)
        {
            Epoch(epochTable, epoch, emission: emission);
        }
        return new SampleRun { Epochs = 0 }.Result() with
        {
            Epochs = epochs,
            Tables = [epochTable, neurons, ResultTables.Events()],
        };
    }

    /// <summary>An epoch of one slot in which nothing happened.</summary>
    public static void Epoch(Table epochs, long epoch, long mechid = 0, ulong emission = 1_000_000_000) =>
        Row(
            epochs,
            epoch,
            360 * epoch,
            1L,
            mechid,
            1L,
            0L,
            emission,
            1_000_000_000UL,
            0L,
            0L,
            0L,
            0L,
            0L,
            0L,
            0L,
            0.0,
            1.0
        );

    /// <summary>Appends a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">One value for each column, of the type that stores it; the last columns, of money and measurements, may be left out and are then 0.</param>
    public static void Row(Table table, params object[] values)
    {
        for (int i = 0; i < table.Columns.Count; i++)
        {
            Add(table.Columns[i], i < values.Length ? values[i] : Nothing(table.Columns[i]));
        }
    }

    private static object Nothing(Column column) =>
        column.Type switch
        {
            ColumnType.Int64 => (object)0L,
            ColumnType.UInt64 => (object)0UL,
            ColumnType.Double => (object)0.0,
            _ => throw new ArgumentException($"A sample says what stands in '{column.Name}'."),
        };

    private static void Add(Column column, object value)
    {
        switch (value)
        {
            case long whole:
                column.Add(whole);
                break;
            case ulong amount:
                column.Add(amount);
                break;
            case double number:
                column.Add(number);
                break;
            case bool flag:
                column.Add(flag);
                break;
            default:
                column.Add((string)value);
                break;
        }
    }
}
