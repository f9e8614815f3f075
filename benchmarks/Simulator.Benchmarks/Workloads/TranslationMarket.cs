using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Benchmarks.Workloads;

/// <summary>English into Spanish, in the shares of the library's market: two sevenths each of IBM Model 1, memories of phrases
/// and of sentences, and a seventh that copies; 10 to 320 pairs in a round.</summary>
internal static class TranslationMarket
{
    private const int Passes = 5;
    private const int LongestRun = 4;

    // Middling prices of a pair: ten words either side.
    private const long WordsBudget = 10 * 700;
    private const long NearestBudget = 10 * 20;

    private static readonly LanguageTranslation Task = LanguageTranslation.Spanish;

    public static MarketFamily Family { get; } =
        new(
            "translation",
            Goal: 60,
            Questions: 32,
            NewMiner,
            [
                new("source-copy", Task, 0, (_, _, _) => new SourceCopy()),
                new("nearest-sentence", Task, 1_000, (s, n, rng) => new NearestSentence(Shard(s, n, rng))),
                new("ibm-model-1", Task, 100_000, (s, n, rng) => new IbmModel1(Shard(s, n, rng), Passes)),
                new(
                    "phrase-memory",
                    Task,
                    100_000,
                    (s, n, rng) => new PhraseMemory(Shard(s, n, rng), Passes, LongestRun)
                ),
            ]
        );

    private static MarketMiner NewMiner(int number, Rng rng)
    {
        SentenceShard shard = Shard(0.02 + 0.28 * rng.NextDouble(), 0.3 * rng.NextDouble(), rng);
        int doublings = rng.NextInt(6);
        return (number % 7) switch
        {
            0 or 1 => New("ibm-model-1", new IbmModel1(shard, Passes), WordsBudget),
            2 or 3 => New("phrase-memory", new PhraseMemory(shard, Passes, LongestRun), WordsBudget),
            4 or 5 => New("nearest-sentence", new NearestSentence(shard), NearestBudget),
            _ => New("source-copy", new SourceCopy(), 0),
        };

        MarketMiner New(string kind, IModel model, long budget) =>
            new(kind, Task, model, budget << doublings);
    }

    private static SentenceShard Shard(double share, double noise, Rng rng) =>
        SentenceShard.Draw(Task.Sentences, share, noise, rng);
}
