using Simulator.Core.Metrics;
using Simulator.Core.Tests.Engine;

namespace Simulator.Core.Tests.Metrics;

public sealed class EpochRecorderTests
{
    [Theory]
    [InlineData("gini_incentive")]
    [InlineData("top10_incentive")]
    public void Where_nobody_is_paid_nothing_is_shared_out_equally_or_unequally(string column)
    {
        RunRecorder run = Worlds.Run(Worlds.Small with { Validators = [] });
        Assert.Equal(Enumerable.Repeat(double.NaN, 5), run.Epochs[column].Values<double>().ToArray());
        Assert.Equal(double.NaN, run.Last(column));
    }

    [Fact]
    public void Inequality_is_that_of_the_incentive_of_miners()
    {
        RunRecorder run = Worlds.Run(Worlds.Small);
        double[] incentives =
        [
            .. run.Neurons["incentive"].Values<long>()[^3..].ToArray().Select(i => (double)i),
        ];
        Assert.True(incentives.Sum() > 0);
        Assert.Equal(Gini.Of(incentives), run.Last("gini_incentive"));
        Assert.Equal(1, run.Last("top10_incentive"));
    }
}
