using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Benchmarks.Quick;

/// <summary>Epochs of the chain's rules: the plain reference beside vectors of columns, on the same input in turns.</summary>
internal static class ConsensusTable
{
    private static readonly (int Validators, int Neurons, int Runs)[] Sizes =
    [
        (64, 256, 100),
        (64, 1_024, 40),
        (256, 4_096, 30),
    ];

    public static void Print()
    {
        Console.WriteLine(
            "Warm columns begin at the consensus of the epoch before, which has not moved. "
                + $"A copy is a plain copy of the bytes that the epoch must read and write once: {EpochBytes.Stored} a cell for a "
                + $"whole epoch, {EpochBytes.Columns} for its columns."
        );
        Console.WriteLine();
        Console.WriteLine(
            "| epoch | chain's code (quoted) | reference | whole epoch | its columns, cold and warm | against the reference "
                + "| against a copy loop of the same run |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (BondRule rule in Enum.GetValues<BondRule>())
        {
            foreach ((int validators, int neurons, int runs) in Sizes)
            {
                PrintDense(rule, validators, neurons, runs);
            }
        }
        PrintBatch();
        Console.WriteLine();
        ScoresTable.Print();
    }

    private static void PrintDense(BondRule rule, int validators, int neurons, int runs)
    {
        DenseRows scalar = new(new ScalarEpoch(), validators, neurons, rule),
            lanes = new(new LaneEpoch(), validators, neurons, rule);
        PreparedColumns columns = new(lanes.Input);
        long cells = (long)validators * neurons;
        double[] times = Quartile.InWarmTurns(
            runs,
            () => scalar.Run(),
            () => lanes.Run(),
            columns.RunCold,
            columns.Run,
            new CopyLoop(cells * EpochBytes.Stored).Run,
            new CopyLoop(cells * EpochBytes.Columns).Run
        );
        Console.WriteLine(
            $"| {validators} × {neurons}, {rule} | {Quoted.Chain(rule, validators, neurons)} "
                + $"| {times[0] * 1e3:F2} ms | {times[1] * 1e3:F3} ms | {times[2] * 1e3:F3}, {times[3] * 1e3:F3} ms "
                + $"| {times[0] / times[1]:F0}×, {times[0] / times[2]:F0}× "
                + $"| {times[1] / times[4]:F1}×, {times[2] / times[5]:F1}× |"
        );
    }

    /// <summary>So many that no buffer is in the cache when its turn comes.</summary>
    private static void PrintBatch()
    {
        const int Subnets = 1_000,
            Runs = 30;
        PreparedColumns[] batch = PreparedColumns.Batch(Subnets, 64, 256);
        CopyLoop copy = new((long)Subnets * 64 * 256 * EpochBytes.Columns);
        double[] times = Quartile.InTurns(
            Runs,
            () => Array.ForEach(batch, one => one.RunCold()),
            () => Array.ForEach(batch, one => one.Run()),
            copy.Run
        );
        Console.WriteLine(
            $"| {Subnets:N0} subnets of 64 × 256, Yuma2 | | | | {times[0] * 1e3:F1}, {times[1] * 1e3:F1} ms | "
                + $"| {times[0] / times[2]:F1}× |"
        );
    }
}
