using Simulator.Core.Chain;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Registrations;

/// <summary>Cases 42 to 46 of the specification, §8.4, under the chain's test names.</summary>
public sealed class BurnAcceptanceTests
{
    [Fact]
    public void Test_init_new_network_registration_defaults()
    {
        Hyperparameters p = new();

        Assert.Equal(new BlockSpan(360), p.BurnHalfLife);
        Assert.Equal(U64F64.FromDouble(1.26), p.BurnIncreaseMult);
        Assert.Equal(new Tao(1_000_000_000), p.Burn);
    }

    [Fact]
    public void Test_burn_decay()
    {
        OneSubnet chain = Start(halfLife: 1000, mult: 2, burn: 1000).GoTo(1);
        Assert.Equal(1000UL, chain.Subnet.Burn.Rao);

        Assert.Equal(ChainReason.None, chain.Register(0));
        Assert.Equal(2000UL, chain.Subnet.Burn.Rao);

        Assert.Equal(1998UL, chain.GoTo(2).Subnet.Burn.Rao);
    }

    [Fact]
    public void Test_burn_halves_every_half_life()
    {
        OneSubnet chain = Start(halfLife: 2, mult: 2, burn: 1024).GoTo(1);

        Assert.Equal(511UL, chain.GoTo(3).Subnet.Burn.Rao);
        Assert.Equal(255UL, chain.GoTo(5).Subnet.Burn.Rao);
    }

    [Fact]
    public void Test_burn_min_and_max_clamps_prevent_zero_stuck_and_cap_bump()
    {
        OneSubnet chain = Start(halfLife: 1, mult: 2, burn: 1, min: 100_000, max: 150_000).GoTo(2);
        Assert.Equal(100_000UL, chain.Subnet.Burn.Rao);

        Assert.Equal(ChainReason.None, chain.Register(0));
        Assert.Equal(150_000UL, chain.Subnet.Burn.Rao);

        Assert.Equal(100_000UL, chain.GoTo(3).Subnet.Burn.Rao);
        Assert.Equal(100_000UL, chain.GoTo(4).Subnet.Burn.Rao);
    }

    [Fact]
    public void Test_update_registration_prices_for_networks_updates_price_and_resets_per_block_counter()
    {
        OneSubnet chain = Start(halfLife: 1000, mult: 1, burn: 1000).GoTo(1);
        Assert.Equal(ChainReason.None, chain.Register(0));
        Assert.Equal(1, chain.Subnet.RegistrationsThisBlock);

        chain.GoTo(2);

        Assert.Equal(999UL, chain.Subnet.Burn.Rao);
        Assert.Equal(0, chain.Subnet.RegistrationsThisBlock);
    }

    [Fact]
    public void Test_bump_registration_price_after_registration_multiplies_price()
    {
        OneSubnet chain = Start(halfLife: 1000, mult: 3, burn: 1000).GoTo(1);

        Assert.Equal(ChainReason.None, chain.Register(0));

        Assert.Equal(3000UL, chain.Subnet.Burn.Rao);
    }

    private static OneSubnet Start(
        ulong halfLife,
        double mult,
        ulong burn,
        ulong min = 0,
        ulong max = ulong.MaxValue
    )
    {
        OneSubnet chain = new(
            new()
            {
                BurnHalfLife = new(halfLife),
                BurnIncreaseMult = U64F64.FromDouble(mult),
                Burn = new(burn),
                MinBurn = new(min),
                MaxBurn = new(max),
            }
        );
        chain.Network.Deposit(OneSubnet.ColdkeyOf(0), Tao.Of(1));
        return chain;
    }
}
