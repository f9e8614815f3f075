using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Benchmarks.Quick;

/// <summary>Epochs of the papers' rules in double: every validator weighs every miner, the weights move a little each time.</summary>
internal static class PaperTable
{
    private static readonly (int Validators, int Miners, int Runs)[] Sizes =
    [
        (64, 192, 200),
        (256, 3_840, 30),
    ];

    private static readonly PaperRule[] Rules =
    [
        PaperRule.Yuma1,
        PaperRule.Yuma2Web,
        PaperRule.Yuma2B,
        PaperRule.Yuma2C,
        PaperRule.Yuma3Web,
        PaperRule.Yuma3LiquidWeb,
    ];

    public static void Print()
    {
        string[] sizes = [.. Sizes.Select(size => $"{size.Validators} × {size.Miners}")];
        Console.WriteLine(
            $"The papers' rules, double; in brackets against a copy loop of the same run, {EpochBytes.Paper} bytes a cell."
        );
        Console.WriteLine();
        Console.WriteLine($"| rule | {string.Join(" | ", sizes)} |");
        Console.WriteLine("|---|---|---|");
        Console.WriteLine(
            $"| Python package (quoted) | {string.Join(" | ", Sizes.Select(size => Quoted.Package(size.Validators)))} |"
        );
        double[][] times = [.. Sizes.Select(size => Times(size.Validators, size.Miners, size.Runs))];
        for (int i = 0; i < Rules.Length; i++)
        {
            Console.WriteLine(
                $"| {Rules[i].Id} | {string.Join(" | ", times.Select(t => $"{t[i] * 1e3:F3} ms ({t[i] / t[^1]:F1}×)"))} |"
            );
        }
    }

    /// <summary>Seconds of every rule, and last those of the copy.</summary>
    private static double[] Times(int validators, int miners, int runs)
    {
        CopyLoop copy = new((long)validators * miners * EpochBytes.Paper);
        return Quartile.InWarmTurns(
            runs,
            [.. Rules.Select(rule => Candidate(rule, validators, miners)), copy.Run]
        );
    }

    private static Action Candidate(PaperRule rule, int validators, int miners)
    {
        MovingWeights weights = new(validators, miners);
        PaperParameters parameters = new()
        {
            BondPenalty = 0.99,
            LiquidAlpha = rule == PaperRule.Yuma3LiquidWeb,
        };
        PaperRun run = new(rule, parameters, validators, miners);
        return () => run.Step(weights.Next(), weights.Stakes);
    }
}
