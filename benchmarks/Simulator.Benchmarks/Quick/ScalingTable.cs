using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Benchmarks.Quick;

/// <summary>What the columns of an epoch cost as validators, miners or subnets of a batch grow, one at a time.</summary>
internal static class ScalingTable
{
    private const int Runs = 30;
    private const int Validators = 64;
    private const int Neurons = 256;

    public static void Print()
    {
        PrintSizes("validators", [8, 16, 32, 64, 128, 256], validators => (validators, Neurons));
        PrintSizes("neurons", [64, 256, 1_024, 4_096], neurons => (Validators, neurons));
        PrintBatches();
    }

    private static void PrintSizes(string what, int[] counts, Func<int, (int Validators, int Neurons)> size)
    {
        BondRule[] rules = Enum.GetValues<BondRule>();
        (int firstValidators, int firstNeurons) = size(counts[0]);
        string other = what == "neurons" ? $"{firstValidators} validators" : $"{firstNeurons} neurons";
        Console.WriteLine(
            $"| {what}, {other} | {string.Join(" | ", rules.Select(rule => $"{rule} | ns a cell"))} |"
        );
        Console.WriteLine($"|---|{string.Concat(rules.Select(_ => "---|---|"))}");
        foreach (int count in counts)
        {
            (int validators, int neurons) = size(count);
            double[] times = Quartile.InTurns(
                Runs,
                [.. rules.Select(rule => Columns(rule, validators, neurons))]
            );
            double cells = (double)validators * neurons;
            Console.WriteLine(
                $"| {count:N0} | {string.Join(" | ", times.Select(t => $"{t * 1e3:F3} ms | {t / cells * 1e9:F2}"))} |"
            );
        }
        Console.WriteLine();
    }

    private static Action Columns(BondRule rule, int validators, int neurons) =>
        new PreparedColumns(new DenseRows(new LaneEpoch(), validators, neurons, rule).Input).Run;

    private static void PrintBatches()
    {
        Console.WriteLine($"| subnets of {Validators} × {Neurons} in a batch, Yuma2 | time | each |");
        Console.WriteLine("|---|---|---|");
        foreach (int subnets in new[] { 1, 10, 100, 1_000 })
        {
            PreparedColumns[] batch = PreparedColumns.Batch(subnets, Validators, Neurons);
            double time = Quartile.InTurns(Runs, () => Array.ForEach(batch, one => one.Run()))[0];
            Console.WriteLine($"| {subnets:N0} | {time * 1e3:F3} ms | {time / subnets * 1e6:F1} µs |");
        }
    }
}
