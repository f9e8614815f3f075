using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Validators;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;
using Simulator.Core.Tests.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Metrics;

public sealed class ExampleTableTests
{
    [Fact]
    public void The_best_and_the_worst_model_answer_the_same_questions()
    {
        Simulation run = new(Worlds.Small, 1);
        run.Run(TestContext.Current.CancellationToken);
        Table table = ExampleTable.Of(run.Examples(10));
        Assert.Equal(20, table.Rows);
        Assert.Equal(
            table["question"].Values<string>()[..10].ToArray(),
            table["question"].Values<string>()[10..].ToArray()
        );
        Assert.All(table["group"].Values<string>()[..10].ToArray(), group => Assert.Equal("best", group));
        Assert.All(table["group"].Values<string>()[10..].ToArray(), group => Assert.Equal("poor", group));
        Assert.Equal(10, table["score"].Values<double>()[..10].ToArray().Sum());
        Assert.Equal(6, table["score"].Values<double>()[10..].ToArray().Sum());
    }

    [Fact]
    public void A_world_without_models_has_no_examples()
    {
        WorldPlan plan = Worlds.Small with { Miners = [] };
        Simulation run = new(
            plan.WithMiners(1, rng => new RandomMiner(Worlds.Task, new(), rng), "random"),
            1
        );
        run.Run(TestContext.Current.CancellationToken);
        Assert.Empty(run.Examples());
    }

    [Fact]
    public void A_picture_is_written_in_grey_levels()
    {
        ImageRecognition task = ImageRecognition.Fashion;
        WorldPlan plan = new WorldPlan
        {
            Task = task,
            Epochs = 1,
            Subnet = new() { MaxAllowedUids = 64 },
        }
            .WithValidators(1, _ => new HonestValidator(task), Alpha.Of(1_000))
            .WithMiners(
                1,
                rng => new HonestMiner(
                    new SoftmaxRegression(ImageShard.Draw(task.Images, 0.01, 0, rng), 0.1, rng),
                    new()
                )
            );
        Simulation run = new(plan, 1);
        run.Run(TestContext.Current.CancellationToken);
        Table table = ExampleTable.Of(run.Examples(3));
        // One miner is the best, and nobody is worse.
        Assert.Equal(3, table.Rows);
        var question = (ImageQuestion)task.HeldOut[1_000];
        float[] pixels = question.Pixels();
        string hex = table["pixels"].Values<string>()[1];
        Assert.Equal(14, table["width"].Values<long>()[1]);
        Assert.Equal(196, hex.Length);
        Assert.All(
            Enumerable.Range(0, 196),
            place => Assert.Equal(pixels[place], Convert.ToInt32(hex[place].ToString(), 16) / 15f, 0.034f)
        );
    }

    [Fact]
    public void Every_family_shows_its_questions_and_its_answers()
    {
        Assert.Equal("ankle boot", Truth(ImageRecognition.Fashion));
        Assert.Equal(1, Truth(ImageRecognition.Digits).Length);
        Assert.Equal(32, Truth(NovelCompletion.Austen).Length);
        Assert.NotEqual("", Truth(LanguageTranslation.German));
        Assert.Matches(@"^-?\d", Truth(TableTask.Weather));
        Assert.StartsWith(
            "weather 0: ",
            ShownText.Of(TableTask.Weather.HeldOut[0]),
            StringComparison.Ordinal
        );
        Assert.Equal("", ShownText.Of(TableTask.Weather.HeldOut[0], NoAnswer.Instance));
        Assert.Equal(
            "failed: it gave¶no number",
            ShownText.Of(TableTask.Weather.HeldOut[0], new FailedAnswer("it gave\nno number"))
        );
    }

    [Fact]
    public void A_perfect_answer_is_perfect_in_every_family()
    {
        ITask[] tasks =
        [
            ImageRecognition.Fashion,
            NovelCompletion.Messages,
            LanguageTranslation.French,
            TableTask.Concrete,
        ];
        foreach (ITask task in tasks)
        {
            foreach (IQuestion question in task.HeldOut.Take(20))
            {
                Assert.Equal(1, task.Score(question, task.Truth(question)), 1e-12);
            }
            Assert.Throws<ArgumentException>("question", () => task.Truth(new Parity.Number(1)));
        }
    }

    [Theory]
    [InlineData(0.5, 30, 0.148125, 0.739507)]
    [InlineData(-0.9, 12, -0.977879, -0.602973)]
    [InlineData(0.0, 103, -0.193528, 0.193528)]
    public void The_interval_of_a_rank_correlation_is_that_of_Bonett_and_Wright(
        double correlation,
        int pairs,
        double low,
        double high
    )
    {
        RankInterval interval = RankInterval.Of(correlation, pairs);
        Assert.Equal(low, interval.Low, 1e-6);
        Assert.Equal(high, interval.High, 1e-6);
    }

    [Fact]
    public void Few_pairs_and_perfect_orders_have_no_width_to_tell()
    {
        Assert.Equal(double.NaN, RankInterval.Of(0.5, 3).Low);
        Assert.Equal(double.NaN, RankInterval.Of(double.NaN, 30).High);
        Assert.Equal(new(1, 1), RankInterval.Of(1, 30));
        // The largest number below 1, which is what rounding makes of a perfect order.
        double almost = Math.BitDecrement(1.0);
        Assert.Equal(new(almost, almost), RankInterval.Of(almost, 30));
        Assert.Equal(new(-almost, -almost), RankInterval.Of(-almost, 30));
    }

    private static string Truth(ITask task) => ShownText.Of(task.HeldOut[0], task.Truth(task.HeldOut[0]));
}
