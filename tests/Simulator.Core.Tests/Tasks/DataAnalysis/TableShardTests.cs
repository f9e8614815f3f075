using Simulator.Core.Randomness;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Core.Tests.Tasks.DataAnalysis;

public sealed class TableShardTests
{
    [Theory]
    [InlineData(1, 689)]
    [InlineData(0.5, 345)] // 344.5
    [InlineData(0.0001, 1)] // 0.07, but never none
    public void It_holds_its_share_of_the_training_rows_none_twice(double share, int count)
    {
        int[] rows = Rows(Learner.Shard("concrete", share));
        Assert.Equal(count, rows.Length);
        Assert.Equal(count, rows.Distinct().Count());
        Assert.All(rows, row => Assert.InRange(row, 0, 688));
    }

    [Theory]
    [InlineData("weather")]
    [InlineData("concrete")]
    [InlineData("breast-cancer")]
    public void A_target_is_wrong_as_often_as_the_noise_says_and_noise_changes_no_row(string task)
    {
        TableShard clean = Learner.Shard(task);
        TableShard noisy = Learner.Shard(task, noise: 0.3);
        Assert.Equal(Rows(clean), Rows(noisy));
        int wrong = Enumerable.Range(0, clean.Count).Count(i => clean.ToLearn(i) != noisy.ToLearn(i));
        // Five standard deviations; two rows may have the same target, so a few wrong ones are right by chance.
        double reach = 5 * Math.Sqrt(clean.Count * 0.3 * 0.7);
        Assert.InRange(wrong, clean.Count * 0.28 - reach, clean.Count * 0.3 + reach);
    }

    [Fact]
    public void A_wrong_number_is_the_target_of_another_row()
    {
        TableShard shard = Learner.Shard("concrete", noise: 1);
        TableSet table = shard.Table;
        double[] targets = [.. Enumerable.Range(0, table.TrainingCount).Select(table.Target)];
        for (int i = 0; i < shard.Count; i++)
        {
            double believed = table.ToAnswer(shard.Row(i), shard.ToLearn(i));
            Assert.True(targets.Min(target => Math.Abs(target - believed)) < 1e-9, $"{believed}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_share_outside_its_range_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(share),
            () => TableShard.Draw(TableTask.Concrete.Table, share, 0, new Rng(1))
        );

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_noise_that_is_no_probability_is_refused(double noise) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "labelNoise",
            () => TableShard.Draw(TableTask.Concrete.Table, 0.1, noise, new Rng(1))
        );

    private static int[] Rows(TableShard shard) => [.. Enumerable.Range(0, shard.Count).Select(shard.Row)];
}
