using Simulator.Core.Metrics;

namespace Simulator.Core.Tests.Metrics;

public sealed class MedianTests
{
    [Theory]
    [InlineData(new double[] { 5 }, 5)]
    [InlineData(new double[] { 9, 1, 2 }, 2)]
    [InlineData(new double[] { 0, 8, 4, 0 }, 2)]
    [InlineData(new double[] { double.NaN, 7, double.NaN, 3, 4 }, 4)]
    [InlineData(new double[] { double.NaN }, double.NaN)]
    [InlineData(new double[0], double.NaN)]
    public void It_is_the_value_in_the_middle_or_the_mean_of_the_two_there(
        double[] values,
        double expected
    ) => Assert.Equal(expected, Median.Of(values));

    [Fact]
    public void Values_keep_their_order()
    {
        double[] values = [3, 1, 2];
        Median.Of(values);
        Assert.Equal([3, 1, 2], values);
    }
}
