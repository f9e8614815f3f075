using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Profiles;

namespace Simulator.Core.Tests.Tasks.Profiles;

public sealed class ProfiledTaskTests
{
    private static readonly IQuestion Question = Profiled.Digits.HeldOut[3];

    [Fact]
    public void It_asks_what_the_real_task_asks()
    {
        ImageRecognition digits = ImageRecognition.Digits;
        Assert.Equal(
            (digits.Name, digits.HeldOut, digits.Baseline, true),
            (Profiled.Digits.Name, Profiled.Digits.HeldOut, Profiled.Digits.Baseline, true)
        );
        Assert.Same(digits.Truth(Question), Profiled.Digits.Truth(Question));
        Assert.Same(digits.Guess(new Rng(5)), Profiled.Digits.Guess(new Rng(5)));
        Assert.Empty(((ITask)Profiled.Digits).HeldOutLater);
    }

    [Fact]
    public void A_learning_curve_is_scored_as_it_says_and_everybody_else_by_the_real_task()
    {
        Assert.Equal(0.25, Profiled.Digits.Score(Question, new ProfiledAnswer(1, 0.25)));
        Assert.Equal(1, Profiled.Digits.Score(Question, Profiled.Digits.Truth(Question)));
        Assert.Equal(0, Profiled.Digits.Score(Question, NoAnswer.Instance));
    }

    [Fact]
    public void A_round_is_the_mean_of_both()
    {
        // A memoriser knows one of the three, and was late with one.
        double score = Profiled.Digits.Score([
            new(Question, new ProfiledAnswer(1, 0.5)),
            new(Question, Profiled.Digits.Truth(Question)),
            new(Question, NoAnswer.Instance),
        ]);
        Assert.Equal(1.5 / 3, score, 1e-12);
    }

    [Fact]
    public void Other_answers_are_judged_together_as_the_real_task_does()
    {
        TableTask concrete = TableTask.Concrete;
        ProfiledTask task = new(concrete);
        Rng rng = new(1);
        Answered[] guesses = [.. concrete.HeldOut.Take(20).Select(q => new Answered(q, concrete.Guess(rng)))];

        Assert.False(task.IsMeanOverQuestions);
        Assert.Equal(concrete.Score(guesses), task.Score(guesses));
    }
}
