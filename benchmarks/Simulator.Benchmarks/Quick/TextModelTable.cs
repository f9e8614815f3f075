using System.Globalization;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Benchmarks.Quick;

/// <summary>What one miner costs in one round of text completion: it trains on its budget, then answers 16 questions.</summary>
internal static class TextModelTable
{
    private const int Questions = 16;
    private const int Rounds = 150;

    public static void Print()
    {
        Console.WriteLine(
            "| text model | budget | train | answer 16 questions | a miner-round | skill after |"
        );
        Console.WriteLine("|---|---|---|---|---|---|");
        Row("order-1", 100_000, shard => new PairModel(shard));
        foreach ((int order, int kibibytes) in new[] { (3, 64), (5, 256), (6, 1_024), (8, 4_096) })
        {
            Row(
                $"ngram, order {order}, {kibibytes} KiB",
                500_000,
                shard => new NgramModel(shard, order, kibibytes * 1_024L)
            );
        }
        foreach (int hidden in new[] { 16, 32, 64 })
        {
            Row(
                $"char-net, order 5, {hidden} hidden",
                20_000_000,
                shard => new CharacterNetwork(shard, 5, hidden, 0.1, new Rng(1))
            );
        }
    }

    private static void Row(string name, long budget, Func<TextShard, IModel> make)
    {
        NovelCompletion task = NovelCompletion.Austen;
        IModel model = make(TextShard.Draw(task.Novels, 1, 0.05, new Rng(1)));
        int asked = 0;
        double[] seconds = Quartile.InTurns(
            Rounds,
            () => model.Train(budget),
            () =>
            {
                for (int i = 0; i < Questions; i++)
                {
                    model.Answer(task.HeldOut[asked++ % task.HeldOut.Count]);
                }
            }
        );
        double skill = (ModelQuality.Measure(task, model, 400) - task.Baseline) / (1 - task.Baseline);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {budget / 1e6} MFLOP | {seconds[0] * 1e3:F3} ms | {seconds[1] * 1e3:F3} ms "
                    + $"| {seconds.Sum() * 1e3:F3} ms | {skill:F3} |"
            )
        );
    }
}
