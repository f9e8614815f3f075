using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Core.Tests.Consensus.Rules.Paper;

public sealed class StakeMedianTests
{
    [Theory]
    [InlineData(0.5, 0.75)]
    [InlineData(0.5000001, 0.25)]
    [InlineData(1.5, 0.75)]
    public void Half_of_the_stake_carries_a_weight_where_kappa_is_a_half(double kappa, double weight) =>
        Assert.Equal(weight, Median(kappa, [0.75, 0.25], [1, 1]));

    [Fact]
    public void Ten_tenths_reach_kappa_in_the_order_of_the_source()
    {
        // 0.1 + … + 0.1, five times in order, is exactly 0.5; sums in other orders may miss it by a rounding.
        double[] weights = [0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4, 0.5, 1];
        double[] stakes = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        Assert.Equal(0.6, Median(0.5, weights, stakes));
    }

    private static double Median(double kappa, double[] weights, double[] stakes)
    {
        PaperState state = new(weights.Length, 1, fullMatrix: false);
        for (int i = 0; i < weights.Length; i++)
        {
            state.Weights[i * state.Stride] = weights[i];
            state.StakeShares[i] = stakes[i] / stakes.Sum();
        }
        LaneMemory medians = new(state.Stride);
        new StakeMedian(state.Nodes).Find(state, kappa, medians);
        return medians[0];
    }
}
