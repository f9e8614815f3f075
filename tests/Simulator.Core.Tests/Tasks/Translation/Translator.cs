using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

/// <summary>The models that translate, by name.</summary>
internal static class Translator
{
    public static TheoryData<string> Kinds => ["ibm-model-1", "phrase-memory", "nearest-sentence"];

    public static LanguageTranslation Task => LanguageTranslation.Spanish;

    public static SentenceShard Shard(double share = 0.1, double noise = 0, ulong seed = 1) =>
        SentenceShard.Draw(Task.Sentences, share, noise, new Rng(seed));

    public static IModel Make(string kind, SentenceShard shard) =>
        kind switch
        {
            "ibm-model-1" => new IbmModel1(shard, passes: 2),
            "phrase-memory" => new PhraseMemory(shard, passes: 2, longest: 4),
            _ => new NearestSentence(shard),
        };

    /// <summary>A model that has learned all there is.</summary>
    public static IModel Trained(string kind, SentenceShard shard)
    {
        IModel model = Make(kind, shard);
        model.Train(long.MaxValue);
        return model;
    }

    public static double Skill(IModel model, int questions) =>
        Math.Clamp(
            (ModelQuality.Measure(Task, model, questions) - Task.Baseline) / (1 - Task.Baseline),
            0,
            1
        );

    public static string[] Answers(IModel model, int questions) =>
        [.. Task.HeldOut.Take(questions).Select(question => model.Answer(question).ToString()!)];
}
