using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Benchmarks.Workloads;

/// <summary>The three tables by turns: ridge regressions, stumps, perceptrons of width 8 to 32 and the seasons of the weather
/// with 20 to 320 kFLOP a round, and the tutorial's baseline.</summary>
internal static class TableMarket
{
    private const double Penalty = 10;
    private const double Rate = 0.1;
    private const int Window = 20;
    private const long LeastBudget = 20_000;

    private static readonly TableTask[] Tasks =
    [
        TableTask.Weather,
        TableTask.Concrete,
        TableTask.BreastCancer,
    ];

    public static MarketFamily Family { get; } =
        new(
            "tables",
            Goal: 15,
            Questions: 64,
            NewMiner,
            [
                .. Tasks.SelectMany(task => Typical(task)),
                new(
                    "seasonal-naive (weather)",
                    TableTask.Weather,
                    3_000,
                    (s, n, rng) => new SeasonalNaive(Shard(TableTask.Weather, s, n, rng), Window)
                ),
            ]
        );

    private static IEnumerable<TypicalModel> Typical(TableTask task) =>
        [
            new(
                $"ridge ({task.Name})",
                task,
                5_000,
                (s, n, r) => new RidgeRegression(Shard(task, s, n, r), Penalty)
            ),
            new(
                $"stumps ({task.Name})",
                task,
                40_000,
                (s, n, r) => new BoostedStumps(Shard(task, s, n, r), Rate, r)
            ),
            new(
                $"table-perceptron ({task.Name})",
                task,
                200_000,
                (s, n, r) => new TablePerceptron(Shard(task, s, n, r), 16, Rate, r)
            ),
        ];

    private static MarketMiner NewMiner(int number, Rng rng)
    {
        var (place, table) = Math.DivRem(number, Tasks.Length);
        TableTask task = Tasks[table];
        TableShard shard = Shard(task, 0.05 + 0.45 * rng.NextDouble(), 0.1 * rng.NextDouble(), rng);
        long budget = LeastBudget << rng.NextInt(5);
        return (place % 10) switch
        {
            0 or 1 or 2 => New("ridge", new RidgeRegression(shard, Penalty)),
            3 or 4 or 5 => New("stumps", new BoostedStumps(shard, Rate, rng)),
            6 or 7 or 8 => New(
                "table-perceptron",
                new TablePerceptron(shard, 8 + rng.NextInt(25), Rate, rng)
            ),
            _ when task == TableTask.Weather => New("seasonal-naive", new SeasonalNaive(shard, Window)),
            _ => New("table-baseline", new TableBaseline(task.Table)),
        };

        MarketMiner New(string kind, IModel model) => new($"{kind} ({task.Name})", task, model, budget);
    }

    private static TableShard Shard(TableTask task, double share, double noise, Rng rng) =>
        TableShard.Draw(task.Table, share, noise, rng);
}
