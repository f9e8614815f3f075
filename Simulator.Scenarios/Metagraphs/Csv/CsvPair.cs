using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs.Csv;

/// <summary>Reads a snapshot from two tables: <c>NAME_neurons.csv</c> and <c>NAME_weights.csv</c>.</summary>
internal static class CsvPair
{
    /// <summary>How the file of the neurons ends.</summary>
    public const string Neurons = "_neurons.csv";

    /// <summary>How the file of the weights ends.</summary>
    public const string Weights = "_weights.csv";

    // Sums in the file are those of rows of 32-bit numbers, rounded to a few digits.
    private const double SumTolerance = 1e-4;

    /// <summary>The snapshot; null and complaints when there is a mistake.</summary>
    public static Snapshot? Read(
        SourceFile neurons,
        SourceFile weights,
        Complaints ofNeurons,
        Complaints ofWeights
    )
    {
        CsvTable? table = CsvTable.Read(
            neurons,
            ["netuid", "block", "uid", "hotkey", "stake_tao"],
            ofNeurons
        );
        CsvTable? cells = CsvTable.Read(weights, ["uid_from", "uid_to", "weight"], ofWeights);
        int[]? order = table is null ? null : RowsByUid(table, ofNeurons);
        if (table is null || order is null)
        {
            return null;
        }
        Snapshot snapshot = new(
            (int)(Same(table, "netuid", ushort.MaxValue, ofNeurons) ?? 0),
            Same(table, "block", long.MaxValue, ofNeurons) ?? 0,
            [.. order.Select(row => table.Text(row, "hotkey"))],
            [.. order.Select(row => table.Amount(row, "stake_tao"))],
            cells is null ? [] : Matrix(cells, order.Length, ofWeights)
        );
        snapshot.Check(ofNeurons);
        if (!ofNeurons.IsEmpty || !ofWeights.IsEmpty)
        {
            return null;
        }
        CheckCounts(snapshot, table, order, ofNeurons, weights.Name);
        return ofNeurons.IsEmpty ? snapshot : null;
    }

    /// <summary>The row of each uid; null and complaints when the uids are not 0 to n − 1, each once.</summary>
    private static int[]? RowsByUid(CsvTable table, Complaints complaints)
    {
        int neurons = table.Rows.Count;
        if (neurons is 0 or > MetagraphLimits.Neurons)
        {
            complaints.Add("", $"it has {neurons} neurons; a subnet has from 1 to {MetagraphLimits.Neurons}");
            return null;
        }
        int[] order = new int[neurons];
        Array.Fill(order, -1);
        for (int row = 0; row < neurons; row++)
        {
            if (table.Whole(row, "uid", 0, neurons - 1) is { } uid)
            {
                if (order[uid] >= 0)
                {
                    complaints.Add(
                        CsvTable.Place(row, "uid"),
                        $"uid {uid} stands on {CsvTable.Line(order[uid])} too"
                    );
                }
                order[uid] = row;
            }
        }
        return complaints.IsEmpty ? order : null;
    }

    private static long? Same(CsvTable table, string column, long most, Complaints complaints)
    {
        long? first = table.Whole(0, column, 0, most);
        for (int row = 1; row < table.Rows.Count; row++)
        {
            if (table.Text(row, column) != table.Text(0, column))
            {
                complaints.Add(
                    CsvTable.Place(row, column),
                    $"{Files.Show.Quoted(table.Text(row, column))} is not that of line 2, {Files.Show.Quoted(table.Text(0, column))}"
                );
            }
        }
        return first;
    }

    private static ImmutableArray<double> Matrix(CsvTable cells, int neurons, Complaints complaints)
    {
        double[] matrix = new double[neurons * neurons];
        int[] lines = new int[matrix.Length];
        for (int row = 0; row < cells.Rows.Count; row++)
        {
            long? from = cells.Whole(row, "uid_from", 0, neurons - 1);
            long? to = cells.Whole(row, "uid_to", 0, neurons - 1);
            double weight = cells.Amount(row, "weight");
            if (from is null || to is null)
            {
                continue;
            }
            long cell = from.Value * neurons + to.Value;
            if (lines[cell] > 0)
            {
                complaints.Add(
                    CsvTable.Line(row),
                    $"the weight from uid {from} to uid {to} stands on {CsvTable.Line(lines[cell] - 1)} too"
                );
            }
            matrix[cell] = weight;
            lines[cell] = row + 1;
        }
        return [.. matrix];
    }

    /// <summary>Compares with the counts and sums of the neurons' table, so that a cut table of weights shows.</summary>
    private static void CheckCounts(
        Snapshot snapshot,
        CsvTable table,
        int[] order,
        Complaints complaints,
        string weights
    )
    {
        for (int uid = 0; uid < snapshot.Neurons; uid++)
        {
            int row = order[uid];
            ImmutableArray<double> given = snapshot.Weights.Slice(uid * snapshot.Neurons, snapshot.Neurons);
            int count = given.Count(w => w > 0);
            if (
                table.Has("nonzero_weights")
                && table.Whole(row, "nonzero_weights", 0, snapshot.Neurons) is { } expected
                && expected != count
            )
            {
                complaints.Add(
                    CsvTable.Place(row, "nonzero_weights"),
                    $"uid {uid} has {expected} weights here and {count} in {weights}"
                );
            }
            else if (
                table.Has("row_weight_sum")
                && table.Amount(row, "row_weight_sum") is var sum
                && Math.Abs(given.Sum() - sum) > SumTolerance * Math.Max(1, sum)
            )
            {
                complaints.Add(
                    CsvTable.Place(row, "row_weight_sum"),
                    FormattableString.Invariant(
                        $"the weights of uid {uid} sum to {sum:R} here and to {given.Sum():R} in {weights}"
                    )
                );
            }
        }
    }
}
