using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Stake that counts on a subnet (§2.3); the chain's vectors hold its bits.</summary>
public sealed class TotalStakeTests
{
    [Fact]
    public void The_default_weight_of_tao_is_that_of_the_main_network() =>
        Assert.Equal((UInt128)226_245_882, TotalStake.Weight(new EpochParameters().TaoWeight).Bits);

    [Fact]
    public void Root_stake_counts_by_its_weight() =>
        Assert.Equal(
            I64F64.FromInteger(350UL),
            TotalStake.Of(alpha: 100, tao: 1000, U96F32.FromDouble(0.25))
        );
}
