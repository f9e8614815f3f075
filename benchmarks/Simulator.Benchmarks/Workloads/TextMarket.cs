using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Benchmarks.Workloads;

/// <summary>Novels: 5 % pairs of characters, 70 % n-grams of order 3 to 6 that read 1,000 to 16,000 characters in a round, and
/// 25 % networks of width 16 to 64 that read 256 to 4,096.</summary>
internal static class TextMarket
{
    private const int Pairs = 13;
    private const int Ngrams = 179;
    private const int Reach = 5;
    private const double Rate = 0.1;
    private const int CharactersOfCounting = 64;
    private const int CharactersOfDescending = 2;

    private static readonly NovelCompletion Task = NovelCompletion.Austen;

    public static MarketFamily Family { get; } =
        new(
            "text",
            Goal: 110,
            Questions: 16,
            NewMiner,
            [
                new("order-1", Task, 50_000, (s, n, rng) => new PairModel(Shard(s, n, rng))),
                new("ngram", Task, 500_000, (s, n, rng) => new NgramModel(Shard(s, n, rng), Reach, 1 << 18)),
                new(
                    "char-net",
                    Task,
                    20_000_000,
                    (s, n, rng) => new CharacterNetwork(Shard(s, n, rng), Reach, 32, Rate, rng)
                ),
            ]
        );

    private static MarketMiner NewMiner(int number, Rng rng)
    {
        TextShard shard = Shard(0.02 + 0.3 * rng.NextDouble(), 0.2 * rng.NextDouble(), rng);
        int doublings = rng.NextInt(5);
        if (number < Pairs)
        {
            return New("order-1", new PairModel(shard), 1_000L << doublings, CharactersOfCounting);
        }
        if (number < Pairs + Ngrams)
        {
            var ngram = new NgramModel(shard, 3 + rng.NextInt(4), 1L << (16 + rng.NextInt(5)));
            return New("ngram", ngram, 1_000L << doublings, CharactersOfCounting);
        }
        var network = new CharacterNetwork(shard, Reach, 16 << rng.NextInt(3), Rate, rng);
        return New("char-net", network, 256L << doublings, CharactersOfDescending);
    }

    private static MarketMiner New<T>(string kind, T model, long characters, int charactersOfStep)
        where T : IModel, IPredictor =>
        new(kind, Task, model, characters / charactersOfStep * model.StepOperations);

    private static TextShard Shard(double share, double noise, Rng rng) =>
        TextShard.Draw(Task.Novels, share, noise, rng);
}
