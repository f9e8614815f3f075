using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Core.Tests.Tasks.DataAnalysis;

public sealed class TableTaskTests
{
    [Theory]
    [InlineData("weather")]
    [InlineData("concrete")]
    public void Numbers_score_by_how_much_less_they_err_than_the_baseline(string name)
    {
        TableTask task = Learner.Task(name);
        Answered[] answers = Round(task, 64, (row, i) => task.Table.Target(row) + (i % 2 == 0 ? 1 : -3));
        double baseline = Rmse(task, 64, task.Table.Baseline);
        // Half of the squared errors are 1, half are 9.
        Assert.Equal(1 - Math.Sqrt(5) / baseline, task.Score(answers), 1e-12);
    }

    [Fact]
    public void Probabilities_score_by_how_much_less_log_loss_they_have_than_the_baseline()
    {
        var task = TableTask.BreastCancer;
        Answered[] answers = Round(task, 64, (row, _) => task.Table.Target(row) > 0 ? 0.9 : 0.1);
        double prior = task.Table.Baseline(0);
        double baseline = Enumerable
            .Range(task.Table.TrainingCount, 64)
            .Average(row => -Math.Log(task.Table.Target(row) > 0 ? prior : 1 - prior));
        Assert.Equal(1 + Math.Log(0.9) / baseline, task.Score(answers), 1e-12);
    }

    [Fact]
    public void A_certain_mistake_counts_as_one_of_one_in_a_thousand()
    {
        var task = TableTask.BreastCancer;
        double Score(double slip) =>
            task.Score(
                Round(
                    task,
                    64,
                    (row, i) =>
                        i == 0
                            ? Math.Abs(task.Table.Target(row) - 1 + slip)
                            : Math.Abs(task.Table.Target(row) - 0.001)
                )
            );
        Assert.Equal(Score(0.001), Score(0), 1e-12);
        Assert.InRange(Score(0), 0.5, 0.9);
    }

    [Theory]
    [InlineData("weather")]
    [InlineData("concrete")]
    [InlineData("breast-cancer")]
    public void The_truth_scores_one_or_nearly_and_the_baseline_zero(string name)
    {
        TableTask task = Learner.Task(name);
        Assert.InRange(task.Score(Round(task, 100, (row, _) => task.Table.Target(row))), 0.998, 1);
        Assert.Equal(0, task.Score(Round(task, 100, (row, _) => task.Table.Baseline(row))), 1e-12);
        Assert.Equal(0, task.Baseline);
    }

    [Theory]
    [InlineData("weather")]
    [InlineData("concrete")]
    [InlineData("breast-cancer")]
    public void What_is_no_answer_counts_as_the_baseline(string name)
    {
        TableTask task = Learner.Task(name);
        Answered[] half = Round(
            task,
            64,
            (row, i) => i % 2 == 0 ? task.Table.Target(row) : task.Table.Baseline(row)
        );
        foreach (
            IAnswer nothing in (IAnswer[])[NoAnswer.Instance, new NumberAnswer(double.NaN), LabelAnswer.Of(1)]
        )
        {
            Answered[] silent = [.. half.Select((a, i) => i % 2 == 0 ? a : a with { Answer = nothing })];
            Assert.Equal(task.Score(half), task.Score(silent), 1e-12);
        }
        Assert.InRange(task.Score(half), 0.1, 0.9);
    }

    [Fact]
    public void Worse_than_the_baseline_scores_zero()
    {
        var task = TableTask.Weather;
        Assert.Equal(0, task.Score(Round(task, 10, (_, _) => 1e300)));
        Assert.Equal(0, task.Score(Round(task, 10, (_, _) => 1_000)));
    }

    [Fact]
    public void A_question_of_another_task_scores_zero()
    {
        IQuestion question = TableTask.Concrete.HeldOut[0];
        var right = new NumberAnswer(TableTask.Concrete.Table.Target(TableTask.Concrete.Table.TrainingCount));
        Assert.Equal(1, TableTask.Concrete.Score(question, right));
        Assert.Equal(0, TableTask.Weather.Score(question, right));
    }

    [Fact]
    public void A_guess_is_the_target_of_a_row_to_train_on()
    {
        var table = TableTask.Concrete.Table;
        double[] targets = [.. Enumerable.Range(0, table.TrainingCount).Select(table.Target)];
        var rng = new Rng(3);
        double[] guesses =
        [
            .. Enumerable.Range(0, 200).Select(_ => ((NumberAnswer)TableTask.Concrete.Guess(rng)).Value),
        ];
        Assert.All(guesses, guess => Assert.Contains(guess, targets));
        Assert.InRange(guesses.Distinct().Count(), 100, 200);
    }

    private static Answered[] Round(TableTask task, int count, Func<int, int, double> answer) =>
        [
            .. task
                .HeldOut.Take(count)
                .Select(
                    (question, i) =>
                        new Answered(question, new NumberAnswer(answer(task.Table.TrainingCount + i, i)))
                ),
        ];

    private static double Rmse(TableTask task, int count, Func<int, double> answer) =>
        Math.Sqrt(
            Enumerable
                .Range(task.Table.TrainingCount, count)
                .Average(row => Math.Pow(answer(row) - task.Table.Target(row), 2))
        );
}
