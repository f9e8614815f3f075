using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Batches;
using Simulator.Core.Engine;

namespace Simulator.Benchmarks.Quick;

/// <summary>Many epochs and many runs one after the other, and as one ensemble; processor time of one thread.</summary>
internal static class EnsembleTable
{
    private const int Members = 100;

    public static void Print()
    {
        Console.WriteLine($"| {Members} at 64 × 256 | one at a time | one batch | one call | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (BondRule rule in Enum.GetValues<BondRule>())
        {
            Print($"epochs, {rule}", new(Members, rule, sameWeights: false));
            Print($"epochs of a sweep over kappa, {rule}", new(Members, rule, sameWeights: true));
        }
        PrintRuns();
    }

    private static void Print(string what, Sweep sweep)
    {
        using SpreadBatch spread = new(threads: 1);
        using StackedBatch stacked = new(ColumnExecutions.Best(), threads: 1);
        double[] times = Quartile.InTurns(
            30,
            sweep.RunAlone,
            () => sweep.Run(spread),
            () => sweep.Run(stacked)
        );
        Console.WriteLine(
            $"| {what} | {times[0] * 1e3:F2} ms | {times[1] * 1e3:F2} ms | {times[2] * 1e3:F2} ms "
                + $"| {times[0] / times[1]:F2} |"
        );
    }

    private static void PrintRuns()
    {
        double[] times = Quartile.InTurns(
            9,
            () => Array.ForEach(ManyRuns.Of(Members), run => run.Run()),
            () => new Ensemble(ManyRuns.Of(Members)).Run()
        );
        Console.WriteLine(
            $"| runs of 10 epochs | {times[0] * 1e3:F0} ms | {times[1] * 1e3:F0} ms | | {times[0] / times[1]:F2} |"
        );
    }
}
