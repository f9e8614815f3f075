using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Core.Tests.Tasks.TextCompletion;

/// <summary>The kinds of models that every fact about text models is tried on; 13 units do not fill their vectors.</summary>
internal static class TextKind
{
    public static TheoryData<string> All => ["order-1", "ngram", "char-net"];

    public static IModel Make(string kind, TextShard shard, ulong seed = 1) =>
        kind switch
        {
            "order-1" => new PairModel(shard),
            "ngram" => new NgramModel(shard, order: 5, memory: 1 << 18),
            _ => new CharacterNetwork(shard, reach: 4, hidden: 13, learningRate: 0.1, new Rng(seed)),
        };

    public static TextShard Austen(double share = 0.05, double noise = 0, ulong seed = 1) =>
        TextShard.Draw(DataCatalog.Austen, share, noise, new Rng(seed));

    /// <summary>How far a model is above the baseline.</summary>
    public static double Skill(IModel model, int questions = 200)
    {
        NovelCompletion task = NovelCompletion.Austen;
        double quality = ModelQuality.Measure(task, model, questions);
        return (quality - task.Baseline) / (1 - task.Baseline);
    }

    /// <summary>Every 40th held-out question's answer, as the numbers in it.</summary>
    public static float[] Answers(IModel model) =>
        [
            .. NovelCompletion
                .Austen.HeldOut.Where((_, i) => i % 40 == 0)
                .SelectMany(question => ((TextAnswer)model.Answer(question)).Probabilities),
        ];
}
