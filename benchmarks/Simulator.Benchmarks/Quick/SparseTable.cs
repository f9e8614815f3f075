using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Compressed;
using Simulator.Core.Units;

namespace Simulator.Benchmarks.Quick;

/// <summary>Epochs in which few miners are weighed by each validator: the plain reference, whole columns and compressed columns, in turns.</summary>
internal static class SparseTable
{
    private const int Validators = 256;
    private const int Neurons = 4_096;
    private const int Runs = 60;

    // A tenth of the stake weighs a miner: at one half no miner has a consensus weight, at a twentieth nearly all have.
    private static readonly PerU16 Half = new(32_767);
    private static readonly PerU16 Twentieth = new(3_277);

    public static void Print()
    {
        Console.WriteLine(
            "| 256 × 4096, entries | reference | whole columns | compressed | its columns | ratio |"
        );
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (BondRule rule in Enum.GetValues<BondRule>())
        {
            Print(rule, Half, "½", share: 0.1);
            Print(rule, Twentieth, "¹⁄₂₀", share: 0.1);
        }
        foreach (double share in (double[])[0.2, 0.3, 0.4, 0.6])
        {
            Print(BondRule.Yuma2, Twentieth, "¹⁄₂₀", share);
        }
    }

    private static void Print(BondRule rule, PerU16 kappa, string majority, double share)
    {
        EpochInput input = SparseRows.Input(Validators, Neurons, (int)(share * Neurons), rule, kappa);
        ScalarEpoch scalar = new();
        LaneEpoch dense = new(ColumnExecutions.Best()),
            sparse =
                new(
                    ColumnExecutions.Best(),
                    new(CompressedExecutions.Best(), densest: double.PositiveInfinity)
                );
        CompressedBlocks columns = new(input);
        double[] times = Quartile.InWarmTurns(
            Runs,
            () => scalar.Run(input),
            () => dense.Run(input),
            () => sparse.Run(input),
            columns.Run
        );
        Console.WriteLine(
            $"| {share:P0}, {rule}, κ {majority} | {times[0] * 1e3:F1} ms | {times[1] * 1e3:F2} ms | {times[2] * 1e3:F3} ms "
                + $"| {times[3] * 1e3:F3} ms ({columns.Execution}) | {times[0] / times[2]:F0}×, {times[0] / times[3]:F0}× |"
        );
    }
}
