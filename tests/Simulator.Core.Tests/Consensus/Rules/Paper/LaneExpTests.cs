using System.Runtime.Intrinsics;
using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Rules.Paper;

public sealed class LaneExpTests
{
    [Fact]
    public void Lanes_meet_the_scalar_exponential_within_two_units_in_the_last_place()
    {
        Rng rng = new RandomStreams(3).For("exp", 0);
        for (int i = 0; i < 20_000; i++)
        {
            double x = (rng.NextDouble() - 0.5) * (i % 2 == 0 ? 20 : 1400);
            double expected = Elementary.Exp(x);
            double found = LaneExp.Of(Vector512.Create(x))[i % 8];
            Assert.True(Math.Abs(found - expected) <= 2 * (Math.BitIncrement(expected) - expected), $"{x:R}");
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1e308, 1.0142320547350045e304)]
    [InlineData(-1e308, 9.8596765437597708e-305)]
    public void Zero_is_exact_and_far_numbers_stay_at_700(double x, double expected) =>
        Assert.Equal(expected, LaneExp.Of(Vector512.Create(x))[0], expected * 1e-15);
}
