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
    [MemberData(nameof(Learners))]
    public void A_question_of_another_table_gets_no_answer(string task, string kind)
    {
        IModel model = Learner.Make(kind, Learner.Shard(task));
        TableTask other = task == "concrete" ? TableTask.Weather : TableTask.Concrete;
        Assert.Same(NoAnswer.Instance, model.Answer(other.HeldOut[0]));
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
