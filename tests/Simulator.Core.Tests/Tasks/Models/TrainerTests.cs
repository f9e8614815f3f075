using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

public sealed class TrainerTests
{
    [Fact]
    public void The_learning_rate_is_halved_after_a_thousand_steps_and_a_third_after_two_thousand()
    {
        var learner = new Learner();
        new Trainer(learner, Kind.Digits(), 0.6, new Rng(1)).Train(2_001 * Trainer.BatchSize);
        Assert.Equal(2_001, learner.Rates.Count);
        Assert.Equal(0.6f, learner.Rates[0]);
        Assert.Equal(0.3f, learner.Rates[1_000], 1e-6f);
        Assert.Equal(0.2f, learner.Rates[2_000], 1e-6f);
        Assert.Equal(learner.Rates.OrderDescending(), learner.Rates);
    }

    [Fact]
    public void Every_image_of_the_shard_is_drawn_equally_often()
    {
        var learner = new Learner();
        ImageShard shard = Kind.Digits(share: 0.05);
        Assert.Equal(70, shard.Count);
        new Trainer(learner, shard, 0.1, new Rng(1)).Train(1_000 * Trainer.BatchSize);
        int[] counts = new int[shard.Count];
        foreach (int place in learner.Places)
        {
            counts[place]++;
        }
        // 32,000 draws: each 457 times, give or take five standard deviations of √457 = 21.4.
        Assert.Equal(32_000, counts.Sum());
        Assert.All(counts, count => Assert.InRange(count, 457 - 107, 457 + 107));
    }

    [Fact]
    public void What_an_image_costs_may_differ_and_no_step_is_taken_on_credit()
    {
        var learner = new Learner { ByLitPixels = true };
        var trainer = new Trainer(learner, Kind.Digits(), 0.1, new Rng(1));
        long given = 0;
        long spent = 0;
        for (int budget = 1; budget < 500; budget += 7)
        {
            spent += trainer.Train(budget);
            given += budget;
            Assert.Equal(learner.Spent, spent);
            Assert.True(spent <= given);
        }
        // A digit has at most 64 lit pixels, so less than a step of 32 · 64 may be left.
        Assert.True(given - spent < 32 * 64, $"{given - spent} left of {given}.");
    }

    /// <summary>Learns nothing, but remembers the lessons; an image costs one operation, or one for each lit pixel.</summary>
    private sealed class Learner : IClassifier
    {
        public bool ByLitPixels { get; init; }

        public List<float> Rates { get; } = [];

        public List<int> Places { get; } = [];

        public long Spent { get; private set; }

        public long Operations(int litPixels) => ByLitPixels ? litPixels : 1;

        public long ReadingOperations(int litPixels) => Operations(litPixels);

        public int Classify(LitPixels image) => 0;

        public void Learn(ImageShard shard, ReadOnlySpan<int> batch, float rate)
        {
            Rates.Add(rate);
            Places.AddRange(batch);
            foreach (int place in batch)
            {
                Spent += Operations(shard.Lit(place).Places.Length);
            }
        }
    }
}
