using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Core.Tests.Tasks.DataAnalysis;

public sealed class SkillTests
{
    private const int Seeds = 20;

    // Of 20 fair coins, 16 or more show heads with probability 0.0059.
    private const int SignificantWins = 16;

    public static TheoryData<string, string> Learners => Learner.All;

    [Theory]
    [MemberData(nameof(Learners))]
    public void Skill_after_a_hundred_rounds_is_above_that_after_ten_and_that_is_above_zero(
        string task,
        string kind
    )
    {
        double[] ten = Skills(task, kind, share: 1, noise: 0, rounds: 10);
        double[] hundred = Skills(task, kind, share: 1, noise: 0, rounds: 100);
        Assert.All(ten, skill => Assert.True(skill > 0, $"{skill}"));
        Assert.True(hundred.Average() > ten.Average(), $"{hundred.Average()} after {ten.Average()}");
        Assert.InRange(Wins(hundred, ten), SignificantWins, Seeds);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void More_data_make_better_models(string task, string kind) =>
        Assert.InRange(
            Wins(Skills(task, kind, 0.5, 0, 100), Skills(task, kind, 0.1, 0, 100)),
            SignificantWins,
            Seeds
        );

    [Theory]
    [MemberData(nameof(Learners))]
    public void Fewer_wrong_labels_make_better_models(string task, string kind) =>
        Assert.InRange(
            Wins(Skills(task, kind, 0.5, 0, 100), Skills(task, kind, 0.5, 0.2, 100)),
            SignificantWins,
            Seeds
        );

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_model_that_learned_nothing_says_what_the_baseline_says(string task, string kind)
    {
        double[] expected = Learner.Answers(new TableBaseline(Learner.Task(task).Table), task);
        double[] answers = Learner.Answers(Learner.Make(kind, Learner.Shard(task)), task);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], answers[i], 1e-12);
        }
    }

    [Theory]
    [InlineData("weather", "persistence")]
    [InlineData("concrete", "mean")]
    [InlineData("breast-cancer", "prior")]
    public void The_baseline_of_a_table_is_a_model_that_scores_zero_and_costs_nothing(
        string task,
        string name
    )
    {
        var model = new TableBaseline(Learner.Task(task).Table);
        Assert.Equal(name, model.Name);
        Assert.Equal(0, model.Train(1_000_000));
        Assert.Equal(0, model.Version);
        Assert.Equal(0, model.AnswerOperations);
        Assert.Equal(0, ModelQuality.Measure(Learner.Task(task), model, 1_000), 1e-12);
    }

    private static double[] Skills(string task, string kind, double share, double noise, int rounds) =>
        [
            .. Enumerable
                .Range(0, Seeds)
                .Select(seed =>
                    Learner.Skill(
                        task,
                        kind,
                        Learner.Shard(task, share, noise, (ulong)seed + 100),
                        rounds,
                        (ulong)seed
                    )
                ),
        ];

    private static int Wins(double[] better, double[] worse) =>
        better.Zip(worse).Count(pair => pair.First > pair.Second);
}
