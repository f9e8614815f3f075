using Simulator.Core.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Metrics;

/// <summary>Fills the table of weights and bonds: of every epoch, or of the last one only.</summary>
/// <param name="all">Whether earlier epochs are kept.</param>
public sealed class WeightRecorder(bool all) : IObserver
{
    private const long NoEntry = -1;
    private ulong _epoch;

    /// <summary>One row per stored weight or bond.</summary>
    public Table Table { get; private set; } = ResultTables.Weights();

    /// <inheritdoc/>
    public void OnEpoch(EpochSnapshot epoch)
    {
        if (!all && epoch.Epoch != _epoch)
        {
            Table = ResultTables.Weights();
        }
        _epoch = epoch.Epoch;
        int neurons = epoch.Neurons.Length;
        long[] weights = new long[neurons],
            bonds = new long[neurons];
        for (int validator = 0; validator < neurons; validator++)
        {
            Spread(epoch.Input.Weights[validator], weights);
            Spread(epoch.Output.Bonds[validator], bonds);
            for (int miner = 0; miner < neurons; miner++)
            {
                if (weights[miner] != NoEntry || bonds[miner] != NoEntry)
                {
                    Add(epoch, validator, miner, weights[miner], bonds[miner]);
                }
            }
        }
    }

    private void Add(EpochSnapshot epoch, int validator, int miner, long weight, long bond)
    {
        Table["epoch"].Add((long)epoch.Epoch);
        Table["netuid"].Add((long)epoch.NetUid.Index);
        Table["mechid"].Add((long)epoch.Mechanism.Index);
        Table["validator"].Add((long)validator);
        Table["miner"].Add((long)miner);
        Table["weight_u16"].Add(weight);
        Table["bond_u16"].Add(bond);
    }

    private static void Spread(ReadOnlySpan<WeightEntry> row, long[] dense)
    {
        Array.Fill(dense, NoEntry);
        foreach (WeightEntry entry in row)
        {
            dense[entry.Uid] = entry.Value;
        }
    }
}
