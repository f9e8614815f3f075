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
        Console.WriteLine("| epoch | reference | whole epoch | its columns | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        PrintRows();
        PrintBatch();
        ScoresTable.Print();
    }

    private static void PrintRows()
    {
        foreach (BondRule rule in Enum.GetValues<BondRule>())
        {
            foreach ((int validators, int neurons, int runs) in Sizes)
            {
                Print(rule, validators, neurons, runs);
            }
        }
    }

    /// <summary>So many that no buffer is in the cache when its turn comes.</summary>
    private static void PrintBatch()
    {
        const int Subnets = 1_000;
        DenseRows rows = new(new LaneEpoch(), 64, 256, BondRule.Yuma2);
        PreparedColumns[] batch =
        [
            .. Enumerable.Range(0, Subnets).Select(_ => new PreparedColumns(rows.Input)),
        ];
        double seconds = Quartile.InTurns(9, () => Array.ForEach(batch, one => one.Run()))[0];
        Console.WriteLine($"| {Subnets:N0} subnets of 64 × 256, Yuma2 | | | {seconds * 1e3:F0} ms | |");
    }

    private static void Print(BondRule rule, int validators, int neurons, int runs)
    {
        DenseRows scalar = new(new ScalarEpoch(), validators, neurons, rule),
            lanes = new(new LaneEpoch(), validators, neurons, rule);
        PreparedColumns columns = new(lanes.Input);
        double[] times = Quartile.InTurns(runs, () => scalar.Run(), () => lanes.Run(), columns.Run);
        Console.WriteLine(
            $"| {validators} × {neurons}, {rule} | {times[0] * 1e3:F2} ms | {times[1] * 1e3:F3} ms "
                + $"| {times[2] * 1e3:F3} ms ({columns.Execution}) | {times[0] / times[1]:F0}×, {times[0] / times[2]:F0}× |"
        );
    }
}
