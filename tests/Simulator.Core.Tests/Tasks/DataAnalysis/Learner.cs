using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Core.Tests.Tasks.DataAnalysis;

/// <summary>Every kind of model on every table that it can learn.</summary>
internal static class Learner
{
    public static TheoryData<string, string> All =>
        new()
        {
            { "weather", "ridge" },
            { "weather", "stumps" },
            { "weather", "perceptron" },
            { "weather", "seasonal-naive" },
            { "concrete", "ridge" },
            { "concrete", "stumps" },
            { "concrete", "perceptron" },
            { "breast-cancer", "ridge" },
            { "breast-cancer", "stumps" },
            { "breast-cancer", "perceptron" },
        };

    public static TableTask Task(string name) =>
        name switch
        {
            "weather" => TableTask.Weather,
            "concrete" => TableTask.Concrete,
            _ => TableTask.BreastCancer,
        };

    public static TableShard Shard(string task, double share = 1, double noise = 0, ulong seed = 1) =>
        TableShard.Draw(Task(task).Table, share, noise, new Rng(seed));

    public static IModel Make(string kind, TableShard shard, ulong seed = 1) =>
        kind switch
        {
            "ridge" => new RidgeRegression(shard, penalty: 10),
            "stumps" => new BoostedStumps(shard, learningRate: 0.1, new Rng(seed)),
            "perceptron" => new TablePerceptron(shard, hidden: 13, learningRate: 0.1, new Rng(seed)),
            "seasonal-naive" => new SeasonalNaive(shard, window: 20),
            _ => throw new ArgumentException($"No model is called {kind}.", nameof(kind)),
        };

    /// <summary>A budget with which a model is far from done after ten rounds, and has learned most after a hundred.</summary>
    public static long Budget(string task, string kind) =>
        (kind, task) switch
        {
            ("ridge", "weather") => 20_000,
            ("ridge", "concrete") => 1_500,
            ("ridge", _) => 6_000,
            ("seasonal-naive", _) => 3_000,
            ("stumps", _) => 40_000,
            _ => 200_000,
        };

    /// <summary>Skill over all held-out questions after some rounds.</summary>
    public static double Skill(string task, string kind, TableShard shard, int rounds, ulong seed)
    {
        IModel model = Make(kind, shard, seed);
        for (int round = 0; round < rounds; round++)
        {
            model.Train(Budget(task, kind));
        }
        return ModelQuality.Measure(Task(task), model, questions: 1_000);
    }

    /// <summary>Its answer to every held-out question.</summary>
    public static double[] Answers(IModel model, string task) =>
        [.. Task(task).HeldOut.Select(question => ((NumberAnswer)model.Answer(question)).Value)];
}
