using Simulator.Core.Metrics;
using Simulator.Core.Units;

namespace Simulator.Scenarios.Reports.Data;

/// <summary>Weights and bonds of the last epoch, as grids of validators by the neurons they weigh.</summary>
/// <param name="Validators">Rows of the grids, by uid.</param>
/// <param name="Weighed">Columns of the grids: by group, then by uid.</param>
/// <param name="Weights">Stored weights as shares of 65,535; NaN where there is no entry.</param>
/// <param name="Bonds">Stored bonds likewise.</param>
internal sealed record WeightGrid(
    NeuronRow[] Validators,
    NeuronRow[] Weighed,
    double[][] Weights,
    double[][] Bonds
)
{
    private const double Whole = PerU16.One;

    /// <summary>Reads the grids.</summary>
    /// <param name="table">The weights table.</param>
    /// <param name="scope">The mechanism that the page shows.</param>
    /// <param name="epoch">The last epoch.</param>
    /// <param name="neurons">Who held the slots then.</param>
    /// <returns>The grids; null when the table has nothing about that epoch.</returns>
    public static WeightGrid? Read(Table table, Scope scope, long epoch, NeuronRow[] neurons)
    {
        var epochs = table["epoch"].Values<long>();
        var validators = table["validator"].Values<long>();
        var miners = table["miner"].Values<long>();
        HashSet<long> weighing = [],
            weighed = [];
        List<int> rows = [];
        foreach (int row in scope.RowsOf(table))
        {
            if (epochs[row] == epoch)
            {
                rows.Add(row);
                weighing.Add(validators[row]);
                weighed.Add(miners[row]);
            }
        }
        if (rows.Count == 0)
        {
            return null;
        }
        NeuronRow[] across = [.. neurons.Where(n => n.IsValidator || weighing.Contains(n.Uid))];
        NeuronRow[] along =
        [
            .. neurons.Where(n => !n.IsValidator || weighed.Contains(n.Uid)).OrderBy(n => n.Group.Index),
        ];
        var grid = new WeightGrid(across, along, Empty(across, along), Empty(across, along));
        grid.Fill(table, rows);
        return grid;
    }

    private static double[][] Empty(NeuronRow[] across, NeuronRow[] along) =>
        [.. across.Select(_ => Enumerable.Repeat(double.NaN, along.Length).ToArray())];

    private void Fill(Table table, List<int> rows)
    {
        var validators = table["validator"].Values<long>();
        var miners = table["miner"].Values<long>();
        var weights = table["weight_u16"].Values<long>();
        var bonds = table["bond_u16"].Values<long>();
        var rowOf = Places(Validators);
        var columnOf = Places(Weighed);
        foreach (int row in rows)
        {
            if (
                rowOf.TryGetValue(validators[row], out int across)
                && columnOf.TryGetValue(miners[row], out int along)
            )
            {
                Weights[across][along] = weights[row] < 0 ? double.NaN : weights[row] / Whole;
                Bonds[across][along] = bonds[row] < 0 ? double.NaN : bonds[row] / Whole;
            }
        }
    }

    private static Dictionary<long, int> Places(NeuronRow[] neurons)
    {
        Dictionary<long, int> places = [];
        for (int i = 0; i < neurons.Length; i++)
        {
            places[neurons[i].Uid] = i;
        }
        return places;
    }
}
