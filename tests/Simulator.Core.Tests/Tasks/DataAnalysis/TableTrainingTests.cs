using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Core.Tests.Tasks.DataAnalysis;

public sealed class TableTrainingTests
{
    public static TheoryData<string, string> Learners => Learner.All;

    // With d features: ridge has d + 1 weights, a stump is sought among 256 rows of 689, the network has 13 units, and a
    // season is 366 days in each of two cities.
    [Theory]
    [InlineData("concrete", "ridge", 32 * (11 * 11 + 5 * 11 + 4) + 11 * 11 * 11 / 3 + 2 * 11 * 11, 22)]
    [InlineData("concrete", "stumps", 256 * (2 * 10 + 4) + 224 * 10 + 689, 60)]
    [InlineData("concrete", "perceptron", 32 * (4 * 13 * (10 + 1) + 6 * 13 + 4), 312)]
    [InlineData("weather", "seasonal-naive", 5 * 32 + 8 * 2 * 366 + 6 * 32, 4)]
    public void A_first_step_and_an_answer_cost_what_the_model_states(
        string task,
        string kind,
        long price,
        long answer
    )
    {
        IModel model = Learner.Make(kind, Learner.Shard(task));
        Assert.Equal(0, model.Train(price - 1));
        Assert.Equal(0, model.Version);
        Assert.Equal(price, model.Train(1));
        Assert.Equal(1, model.Version);
        Assert.Equal(answer, model.AnswerOperations);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void Small_budgets_add_up_to_the_same_steps_as_one_large(string task, string kind)
    {
        IModel large = Learner.Make(kind, Learner.Shard(task, 0.3));
        IModel small = Learner.Make(kind, Learner.Shard(task, 0.3));
        long spent = large.Train(500_000);
        long sum = 0;
        for (int i = 0; i < 500; i++)
        {
            sum += small.Train(1_000);
            Assert.True(sum <= (i + 1) * 1_000);
        }
        Assert.Equal(spent, sum);
        Assert.Equal(Learner.Answers(large, task), Learner.Answers(small, task));
    }

    [Theory]
    [InlineData("weather", "ridge")]
    [InlineData("weather", "seasonal-naive")]
    public void Who_has_read_all_rows_spends_nothing_more(string task, string kind)
    {
        IModel model = Learner.Make(kind, Learner.Shard(task, 0.1));
        Assert.InRange(model.Train(100_000_000), 1, 10_000_000);
        Assert.Equal(0, model.Train(100_000_000));
        Assert.Equal(1, model.Version);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_negative_budget_is_refused(string task, string kind) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "budget",
            () => Learner.Make(kind, Learner.Shard(task)).Train(-1)
        );

    [Theory]
    [InlineData("ridge")]
    [InlineData("stumps")]
    [InlineData("perceptron")]
    [InlineData("seasonal-naive")]
    public void A_day_is_forecast_alike_whichever_table_asks_about_it(string kind)
    {
        IModel model = Learner.Make(kind, Learner.Shard("weather"));
        model.Train(10_000_000);
        foreach (TableTask city in (TableTask[])[TableTask.Seattle, TableTask.NewYork])
        {
            foreach (TableQuestion asked in city.HeldOut.Cast<TableQuestion>())
            {
                IQuestion same = TableTask.Weather.HeldOut.Single(question =>
                    ((TableQuestion)question).RawFeatures().SequenceEqual(asked.RawFeatures())
                );
                Assert.Equal(model.Answer(same), model.Answer(asked));
            }
        }
    }

    [Theory]
    [InlineData("ridge", false)]
    [InlineData("ridge", true)]
    [InlineData("stumps", false)]
    [InlineData("stumps", true)]
    [InlineData("perceptron", false)]
    [InlineData("perceptron", true)]
    public void A_row_gets_the_same_answer_whichever_table_asks_about_it(string kind, bool isOfClasses)
    {
        TableTask learned = Rows(isOfClasses, scale: 1),
            elsewhere = Rows(isOfClasses, scale: 7);
        IModel model = Learner.Make(kind, TableShard.Draw(learned.Table, 1, 0, new(1)));
        for (int round = 0; round < 2; round++)
        {
            model.Train(1_000_000);
            IAnswer[] answers = [.. learned.HeldOut.Select(model.Answer)];
            Assert.Equal(answers, elsewhere.HeldOut.Select(model.Answer));
            Assert.NotEqual(answers[0], answers[^1]);
        }
    }

    [Fact]
    public void A_season_of_a_place_that_was_never_read_is_the_mean_of_those_that_were()
    {
        TableShard shard = TableShard.Draw(TableTask.Seattle.Table, 1, 0, new(1));
        SeasonalNaive model = new(shard, window: 20);
        model.Train(1L << 40);
        double mean = Enumerable.Range(0, shard.Count).Average(i => shard.Table.Target(shard.Row(i)));
        Assert.Equal(mean, model.Usual(new(Place: 1, OfYear: 200)), 1e-9);
        Assert.All(TableTask.NewYork.HeldOut, asked => Assert.IsType<NumberAnswer>(model.Answer(asked)));
    }

    /// <summary>Ten rows to ask about, always the same, after rows of some scale to train on.</summary>
    private static TableTask Rows(bool isOfClasses, double scale)
    {
        Rng rng = new((ulong)scale);
        double[][] features =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(_ => new[] { scale * rng.NextDouble(), scale + rng.NextDouble() }),
            .. Enumerable.Range(0, 10).Select(row => new[] { row / 10.0, 1.5 - row / 20.0 }),
        ];
        double middle = scale * 1.5;
        double[] targets =
        [
            .. features.Select(row => row.Sum()).Select(sum => isOfClasses ? (sum < middle ? 0 : 1) : sum),
        ];
        return new(TableSet.Of("rows", isOfClasses, features, targets, training: 60));
    }

    [Fact]
    public void What_a_tutorial_says_of_another_table_is_what_its_own_taught()
    {
        TableTask learned = Rows(isOfClasses: false, scale: 1),
            elsewhere = Rows(isOfClasses: false, scale: 7);
        TableBaseline mean = new(learned.Table);
        Assert.Equal(new NumberAnswer(learned.Table.Baseline(0)), mean.Answer(elsewhere.HeldOut[0]));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_question_of_a_table_with_other_columns_gets_no_answer(string task, string kind)
    {
        IModel model = Learner.Make(kind, Learner.Shard(task));
        TableTask other = task == "concrete" ? TableTask.Weather : TableTask.Concrete;
        Assert.Same(NoAnswer.Instance, model.Answer(other.HeldOut[0]));
    }

    [Fact]
    public void A_question_of_another_kind_gets_no_answer()
    {
        IModel model = Learner.Make("ridge", TableShard.Draw(Rows(true, scale: 1).Table, 1, 0, new(1)));
        Assert.Same(NoAnswer.Instance, model.Answer(Rows(false, scale: 1).HeldOut[0]));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void Models_trained_on_many_threads_equal_those_trained_on_one(string task, string kind)
    {
        double[][] serial = [.. Enumerable.Range(0, 6).Select(Trained)];
        double[][] parallel = new double[6][];
        Parallel.For(0, parallel.Length, i => parallel[i] = Trained(i));
        Assert.Equal(serial, parallel);

        double[] Trained(int seed)
        {
            IModel model = Learner.Make(kind, Learner.Shard(task, 0.2, 0.1, (ulong)seed), (ulong)seed);
            model.Train(1_000_000);
            return Learner.Answers(model, task);
        }
    }

    // The bits that these models have on every processor, with vectors of any width or none: each hash is of the answer to
    // every held-out question.
    [Theory]
    [InlineData("weather", "ridge", "0EA1507F1B903994")]
    [InlineData("weather", "stumps", "168EB498FBE9FA6E")]
    [InlineData("weather", "perceptron", "3D5DC843A818B4D6")]
    [InlineData("weather", "seasonal-naive", "9AF0149CD3D7264A")]
    [InlineData("concrete", "ridge", "B1A15A3E04D493BA")]
    [InlineData("concrete", "stumps", "738C50A9990636BC")]
    [InlineData("concrete", "perceptron", "1952C5D28D09C003")]
    [InlineData("breast-cancer", "ridge", "CE0E8E26728810F0")]
    [InlineData("breast-cancer", "stumps", "4CA0912D03A7B651")]
    [InlineData("breast-cancer", "perceptron", "F66C4CBCC3EDEC18")]
    public void A_trained_model_has_the_same_bits_everywhere(string task, string kind, string hash)
    {
        IModel model = Learner.Make(kind, Learner.Shard(task, 0.5, 0.1));
        model.Train(2_000_000);
        double[] answers = Learner.Answers(model, task);
        Assert.Equal(
            hash,
            Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(answers)))[..16]
        );
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        TableShard shard = Learner.Shard("concrete");
        var rng = new Rng(1);
        Assert.Throws<ArgumentOutOfRangeException>("penalty", () => new RidgeRegression(shard, 0));
        Assert.Throws<ArgumentOutOfRangeException>("penalty", () => new RidgeRegression(shard, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => new BoostedStumps(shard, 1.5, rng));
        Assert.Throws<ArgumentOutOfRangeException>(
            "learningRate",
            () => new TablePerceptron(shard, 8, 0, rng)
        );
        Assert.Throws<ArgumentOutOfRangeException>("hidden", () => new TablePerceptron(shard, 257, 0.1, rng));
        Assert.Throws<ArgumentOutOfRangeException>(
            "window",
            () => new SeasonalNaive(Learner.Shard("weather"), 183)
        );
        Assert.Equal(
            "The rows of concrete have no season. (Parameter 'shard')",
            Assert.Throws<ArgumentException>(() => new SeasonalNaive(shard, 10)).Message
        );
    }
}
