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
