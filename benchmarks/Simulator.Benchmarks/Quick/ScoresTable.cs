using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Numerics.Scores;

namespace Simulator.Benchmarks.Quick;

/// <summary>Columns of one subnet with and without making their weights, in turns.</summary>
internal static class ScoresTable
{
    private const int Validators = 64;
    private const int Neurons = 256;
    private const int Runs = 60;

    public static void Print()
    {
        DenseRows rows = new(new LaneEpoch(), Validators, Neurons, BondRule.Yuma2);
        (string Name, ScoreMap Map, bool Drawn)[] ways =
        [
            ("a power of the score", ScoreMap.Power(3), false),
            ("softmax", ScoreMap.Softmax(0.1), false),
            ("ranks", ScoreMap.Falling(Neurons), false),
            ("scores drawn", ScoreMap.Power(1), true),
        ];
        ScoredColumns[] made = Array.ConvertAll(
            ways,
            way => new ScoredColumns(rows.Input, way.Map, way.Drawn)
        );
        PreparedColumns stored = new(rows.Input);
        double[] times = Quartile.InWarmTurns(
            Runs,
            [stored.Run, .. made.Select<ScoredColumns, Action>(one => one.Run)]
        );
        Console.WriteLine();
        Console.WriteLine(
            $"| weights of {Validators} × {Neurons}, Yuma2 | with its columns | beside stored weights |"
        );
        Console.WriteLine("|---|---|---|");
        Console.WriteLine($"| stored | {times[0] * 1e3:F3} ms | |");
        for (int k = 0; k < ways.Length; k++)
        {
            Console.WriteLine(
                $"| {ways[k].Name} | {times[k + 1] * 1e3:F3} ms | {times[k + 1] / times[0]:F1}× |"
            );
        }
    }
}
