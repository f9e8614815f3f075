using Simulator.Core.Studies;

namespace Simulator.Core.Tests.Studies;

/// <summary>Means with Student's interval.</summary>
public sealed class MeanIntervalTests
{
    [Fact]
    public void Mean_and_interval_of_three_draws_are_those_of_the_textbook()
    {
        // Deviation 1, so the half width is t(2) / √3 = 4.303 / 1.7321.
        MeanInterval found = MeanInterval.Of([1, 2, 3]);
        Assert.Equal((2.0, 3), (found.Mean, found.Draws));
        Assert.Equal(2.4843, found.HalfWidth, 4);
        Assert.Equal((found.Mean - found.HalfWidth, found.Mean + found.HalfWidth), (found.Low, found.High));
    }

    [Fact]
    public void A_single_draw_has_no_interval() => Assert.True(double.IsNaN(MeanInterval.Of([5]).HalfWidth));

    [Fact]
    public void No_draw_has_no_mean() => Assert.Throws<ArgumentException>(() => MeanInterval.Of([]));

    /// <remarks>The points are those of the usual table of Student's distribution.</remarks>
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(29, 2.045)]
    [InlineData(30, 2.042)]
    [InlineData(40, 2.021)]
    [InlineData(60, 2.000)]
    [InlineData(120, 1.980)]
    [InlineData(10_000, 1.960)]
    public void Student_agrees_with_the_table(int freedom, double point) =>
        Assert.Equal(point, MeanInterval.Student(freedom), 3);
}
