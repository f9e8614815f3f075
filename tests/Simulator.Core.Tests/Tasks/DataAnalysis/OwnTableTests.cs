using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Core.Tests.Tasks.DataAnalysis;

public sealed class OwnTableTests
{
    private static readonly double[][] Features =
    [
        [1, 2],
        [2, 1],
        [3, 5],
        [4, 4],
    ];

    [Fact]
    public void A_table_of_ones_own_has_the_mean_of_its_training_rows_as_baseline()
    {
        TableSet table = TableSet.Of("mine", isOfClasses: false, Features, [1, 2, 6, 9], training: 3);
        Assert.Equal((3, 1, 2), (table.TrainingCount, table.HeldOutCount, table.FeatureCount));
        Assert.Equal((TableKind.Regression, 3.0), (table.Kind, table.Baseline(3)));
        Assert.Equal([4.0, 4.0], ((TableQuestion)new TableTask(table).HeldOut[0]).RawFeatures());
    }

    [Fact]
    public void A_table_of_classes_has_their_share_as_baseline() =>
        Assert.Equal(
            1.0 / 3,
            TableSet.Of("mine", isOfClasses: true, Features, [0, 1, 0, 1], training: 3).Baseline(3),
            1e-15
        );

    [Theory]
    [InlineData(0.1, 0.1)]
    [InlineData(0.5, 0.5)]
    [InlineData(-1e15, -1e15)]
    [InlineData(1_000_000, 1_000_000.0000000001)]
    public void A_column_that_does_not_vary_says_nothing_of_a_row_where_it_does(double even, double odd)
    {
        // The mean of 20 to 31 times 0.1 is not 0.1, and that of numbers one unit of rounding apart is one of them.
        for (int training = 20; training < 32; training++)
        {
            TableSet table = Seesaw(training, row => row % 2 == 0 ? even : odd, last: 0.3);
            for (int row = 0; row <= training; row++)
            {
                Assert.Equal(0, table.Features(row)[1]);
            }
        }
    }

    [Fact]
    public void A_column_that_hardly_varies_counts_in_units_of_how_much_it_does()
    {
        TableSet table = Seesaw(20, row => row % 2 * 1e-9, last: 2e-9);
        Assert.Equal([-1f, 1f, 3f], [.. new[] { 0, 1, 20 }.Select(row => table.Features(row)[1])]);
    }

    [Fact]
    public void A_row_far_from_all_others_gets_an_answer_all_the_same()
    {
        TableSet table = Seesaw(20, row => row % 3 * 1e-30, last: 1e15);
        TableShard shard = TableShard.Draw(table, 1, 0, new(1));
        IModel[] models =
        [
            new RidgeRegression(shard, 1),
            new TablePerceptron(shard, 16, 0.05, new(1)),
            new BoostedStumps(shard, 0.1, new(1)),
        ];
        foreach (IModel model in models)
        {
            model.Train(10_000_000);
            double said = ((NumberAnswer)model.Answer(new TableTask(table).HeldOut[0])).Value;
            Assert.True(double.IsFinite(said), $"{model.Name}: {said}");
        }
    }

    /// <summary>Rows of which the first column tells the target, and one last row to ask about.</summary>
    private static TableSet Seesaw(int training, Func<int, double> second, double last) =>
        TableSet.Of(
            "mine",
            isOfClasses: false,
            [.. Enumerable.Range(0, training).Select(row => new[] { row % 2, second(row) }), [1, last]],
            [.. Enumerable.Range(0, training + 1).Select(row => (double)(row % 2))],
            training
        );

    [Theory]
    [InlineData(false, new double[] { 1, 2, 3 }, 2, "4 rows have 3 targets. (Parameter 'targets')")]
    [InlineData(true, new double[] { 0, 1, 2, 0 }, 2, "A class is 0 or 1. (Parameter 'targets')")]
    [InlineData(
        false,
        new[] { 1, double.NaN, 2, 3 },
        2,
        "A target is a number of at most 1e15. (Parameter 'targets')"
    )]
    [InlineData(
        false,
        new double[] { 1, 1, 1, 3 },
        3,
        "The targets of all rows to train on are the same: there is nothing to learn. (Parameter 'targets')"
    )]
    public void Targets_that_nobody_can_learn_are_refused(
        bool isOfClasses,
        double[] targets,
        int training,
        string message
    ) =>
        Assert.Equal(
            message,
            Assert
                .Throws<ArgumentException>(() =>
                    TableSet.Of("mine", isOfClasses, Features, targets, training)
                )
                .Message
        );

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Both_sides_have_rows(int training) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            TableSet.Of("mine", isOfClasses: false, Features, [1, 2, 3, 4], training)
        );

    [Theory]
    [InlineData(new[] { 1, double.PositiveInfinity })]
    [InlineData(new[] { 1, 1e300 })]
    [InlineData(new double[] { 1 })]
    [InlineData(new double[] { 1, 2, 3 })]
    public void Features_are_finite_and_of_every_row_as_many(double[] last) =>
        Assert.Equal(
            "Every row has as many features, at least one, each of at most 1e15. (Parameter 'features')",
            Assert
                .Throws<ArgumentException>(() =>
                    TableSet.Of("mine", isOfClasses: false, [.. Features[..3], last], [1, 2, 3, 4], 3)
                )
                .Message
        );
}
