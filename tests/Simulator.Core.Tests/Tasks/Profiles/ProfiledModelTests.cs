using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Profiles;

namespace Simulator.Core.Tests.Tasks.Profiles;

public sealed class ProfiledModelTests
{
    [Fact]
    public void It_spends_its_whole_budget_and_goes_along_its_curve()
    {
        ProfiledModel model = Profiled.Model();
        Assert.Equal((0, 0.1), (model.Version, model.Quality));

        Assert.Equal(400_000, model.Train(400_000));
        Assert.Equal(600_000, model.Train(600_000));

        Assert.Equal(2, model.Version);
        Assert.Equal(0.9 - 0.8 / 2, model.Quality, 1e-12);
        Assert.Equal((1_234L, 567L), (model.Bytes, model.AnswerOperations));
    }

    [Fact]
    public void Nothing_spent_is_no_new_version()
    {
        ProfiledModel model = Profiled.Model();
        Assert.Equal((0L, 0), (model.Train(0), model.Version));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Train(-1));
    }

    [Fact]
    public void What_has_learned_all_takes_no_more()
    {
        ProfiledModel model = Profiled.Model(profile: Profiled.Profile with { Limit = 1_000_000 });

        Assert.Equal(700_000, model.Train(700_000));
        Assert.Equal(300_000, model.Train(700_000));
        Assert.Equal(0, model.Train(700_000));
        Assert.Equal((2, 0.5), (model.Version, Math.Round(model.Quality, 12)));
    }

    [Fact]
    public void It_is_as_good_as_its_curve_says_exactly()
    {
        ProfiledModel model = Profiled.Model();
        model.Train(123_456);
        Assert.Equal(Profiled.Profile.Curve.At(123_456), ModelQuality.Measure(Profiled.Digits, model, 100));
    }

    [Fact]
    public void The_same_question_gets_an_equal_answer_until_it_trains_again()
    {
        ProfiledModel model = Profiled.Model();
        IAnswer[] once = Answers(model),
            again = Answers(model);
        model.Train(1);
        IAnswer[] later = Answers(model);

        Assert.Equal(once, again);
        Assert.Empty(once.Intersect(later));
    }

    [Fact]
    public void Models_scatter_each_by_itself()
    {
        IAnswer[] one = Answers(Profiled.Model(1)),
            other = Answers(Profiled.Model(2));
        Assert.Empty(one.Intersect(other));
        Assert.NotEqual(one.Select(a => a.Score()), other.Select(a => a.Score()));
    }

    [Fact]
    public void Its_scores_over_many_questions_and_versions_are_on_average_its_quality()
    {
        ProfiledModel model = Profiled.Model();
        model.Train(1_000_000);
        double quality = model.Quality,
            sum = 0;
        for (int version = 0; version < 20; version++, model.Train(1))
        {
            sum += Answers(model).Average(a => a.Score());
        }
        // Six standard errors of 20 × 397 scores that scatter by 0.3.
        Assert.Equal(quality, sum / 20, 6 * 0.3 / Math.Sqrt(20 * 397));
    }

    [Fact]
    public void A_question_of_another_task_gets_no_answer() =>
        Assert.Same(NoAnswer.Instance, Profiled.Model().Answer(TableTask.Concrete.HeldOut[0]));

    private static IAnswer[] Answers(ProfiledModel model) =>
        [.. Profiled.Digits.HeldOut.Select(model.Answer)];
}
