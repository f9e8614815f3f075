using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Rules.Approximate;

public sealed class NaturalLogTests
{
    [Fact]
    public void It_is_the_logarithm_of_Randomness_within_a_few_units_in_the_last_place()
    {
        Rng rng = new(1);
        for (int k = 0; k < 1_000; k++)
        {
            double x = Elementary.Exp(24 * rng.NextDouble() - 12);
            Assert.Equal(Elementary.Log(x), NaturalLog.Of(x), 1e-14);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Where_there_is_none_it_is_0_as_on_the_chain(double x) => Assert.Equal(0, NaturalLog.Of(x));
}
