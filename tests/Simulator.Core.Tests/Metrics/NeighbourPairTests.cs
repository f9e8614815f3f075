using Simulator.Core.Metrics;

namespace Simulator.Core.Tests.Metrics;

public sealed class NeighbourPairTests
{
    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.19, false)]
    [InlineData(-0.3, false)]
    public void Scores_separate_two_miners_where_they_put_the_better_one_ahead(
        double scoreGap,
        bool separated
    )
    {
        // An error of 0.06 and one of 0.08 make one of 0.1 of the difference: 1.96 times that is 0.196.
        NeighbourPair pair = Assert.Single(NeighbourPair.Of([0.5, 0.6], [0.4, 0.4 + scoreGap], [0.06, 0.08]));
        Assert.Equal(separated, pair.IsSeparated);
    }
}
