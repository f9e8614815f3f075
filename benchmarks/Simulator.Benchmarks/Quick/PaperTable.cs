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
        Console.WriteLine("| rule | 64 × 192 | 256 × 3840 |");
        Console.WriteLine("|---|---|---|");
        double[][] times =
        [
            .. Sizes.Select(size =>
                Quartile.InTurns(
                    size.Runs,
                    [.. Rules.Select(rule => Candidate(rule, size.Validators, size.Miners))]
                )
            ),
        ];
        for (int i = 0; i < Rules.Length; i++)
        {
            Console.WriteLine($"| {Rules[i].Id} | {times[0][i] * 1e3:F3} ms | {times[1][i] * 1e3:F2} ms |");
        }
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
