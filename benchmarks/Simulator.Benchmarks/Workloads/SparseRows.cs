using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Benchmarks.Workloads;

/// <summary>An epoch in which every validator weighs some neurons, chosen at random, and has the bonds of the epochs before.</summary>
internal static class SparseRows
{
    private const int EpochsBefore = 3;

    /// <summary>What the epoch reads.</summary>
    /// <param name="validators">Number of rows.</param>
    /// <param name="neurons">Number of columns.</param>
    /// <param name="weighed">Neurons in each row.</param>
    /// <param name="rule">Bond rule.</param>
    /// <param name="kappa">Majority of stake that carries a consensus weight.</param>
    public static EpochInput Input(int validators, int neurons, int weighed, BondRule rule, PerU16 kappa)
    {
        Rng rng = new(1);
        StoredRows weights = new();
        WeightEntry[] row = new WeightEntry[weighed];
        for (int i = 0; i < validators; i++)
        {
            int[] columns = [.. Enumerable.Range(0, neurons)];
            for (int k = 0; k < weighed; k++)
            {
                int other = k + rng.NextInt(neurons - k);
                (columns[k], columns[other]) = (columns[other], columns[k]);
            }
            Array.Sort(columns, 0, weighed);
            for (int k = 0; k < weighed; k++)
            {
                row[k] = new((ushort)columns[k], (ushort)rng.NextInt(ushort.MaxValue + 1));
            }
            weights.Set(i, row);
        }
        LaneEpoch epoch = new();
        StoredRows bonds = new();
        for (int k = 0; k < EpochsBefore; k++)
        {
            bonds = epoch.Run(DenseRows.InputOf(validators, neurons, rule, weights, bonds, kappa)).Bonds;
        }
        return DenseRows.InputOf(validators, neurons, rule, weights, bonds, kappa);
    }
}
