using CsCheck;
using Simulator.Core.Metrics;

namespace Simulator.Core.Tests.Metrics;

public sealed class GiniTests
{
    private static readonly Gen<double[]> Amounts = Gen.Double[0, 1000].Array[1, 40];

    [Theory]
    [InlineData(new double[] { 5 }, 0)]
    [InlineData(new double[] { 2, 2, 2 }, 0)]
    [InlineData(new double[] { 0, 0 }, 0)]
    [InlineData(new double[] { 0, 0, 0, 8 }, 0.75)]
    [InlineData(new double[] { 1, 3 }, 0.25)] // Pair differences 0, 2, 2, 0: their mean 1, by twice the mean 4.
    [InlineData(new double[] { 4, 1, 3, 2 }, 0.25)] // Mean difference 20 / 16, by twice the mean 5.
    public void It_is_half_the_mean_difference_of_pairs_by_the_mean(double[] values, double expected) =>
        Assert.Equal(expected, Gini.Of(values));

    [Fact]
    public void Values_that_are_not_there_are_left_out()
    {
        Assert.Equal(0.25, Gini.Of([double.NaN, 1, double.NaN, 3]));
        Assert.Equal(double.NaN, Gini.Of([double.NaN]));
        Assert.Equal(double.NaN, Gini.Of([]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void What_cannot_be_shared_out_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Gini.Of([1, value]));

    [Fact]
    public void The_order_of_the_values_does_not_change_a_bit() =>
        Gen.Select(Amounts, Gen.Int[0, 1000])
            .Sample(
                (values, turn) =>
                {
                    int at = turn % values.Length;
                    double[] turned = [.. values[at..], .. values[..at]];
                    Assert.Equal(Gini.Of(values), Gini.Of(turned));
                }
            );

    [Fact]
    public void It_stays_between_equality_and_all_for_one() =>
        Amounts.Sample(values => Assert.InRange(Gini.Of(values), 0, 1 - 1.0 / values.Length + 1e-12));
}
