using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain;

public sealed class SellTests
{
    [Fact]
    public void Sold_alpha_leaves_the_stake_and_its_price_comes_to_the_owner_s_balance()
    {
        OneSubnet chain = Start();

        Assert.Equal(ChainReason.None, Sell(chain, 0, Alpha.Of(0.3m)));

        Assert.Equal(Alpha.Of(0.7m), chain.Network.StakeOf(OneSubnet.NetUid, OneSubnet.HotkeyOf(0)));
        Assert.Equal(Tao.Of(0.006m), chain.Network.BalanceOf(OneSubnet.ColdkeyOf(0)));
        Assert.Equal(Tao.Of(0.006m), chain.Network.TaoFromSales);
        Assert.Equal(
            new ChainEvent(
                ChainEventKind.Sold,
                OneSubnet.NetUid,
                default,
                0,
                100,
                6_000_000,
                ChainReason.None
            ),
            Assert.Single(chain.Events.All)
        );
    }

    [Fact]
    public void What_is_not_there_is_not_sold()
    {
        OneSubnet chain = Start();

        Assert.Equal(ChainReason.NotEnoughStakeToWithdraw, Sell(chain, 0, Alpha.Of(1.1m)));
        Assert.Equal(ChainReason.HotKeyAccountNotExists, Sell(chain, 9, Alpha.Of(0.1m)));
        Assert.Equal(
            ChainReason.SubnetNotExists,
            chain.Network.Execute(new Sell(new(8), OneSubnet.HotkeyOf(0), Alpha.Of(0.1m)))
        );

        Assert.Equal(Alpha.Of(1), chain.Network.StakeOf(OneSubnet.NetUid, OneSubnet.HotkeyOf(0)));
        Assert.Equal(Tao.Zero, chain.Network.BalanceOf(OneSubnet.ColdkeyOf(0)));
    }

    private static ChainReason Sell(OneSubnet chain, int neuron, Alpha amount) =>
        chain.Network.Execute(new Sell(OneSubnet.NetUid, OneSubnet.HotkeyOf(neuron), amount));

    private static OneSubnet Start()
    {
        OneSubnet chain = new OneSubnet().WithNeurons(1).GoTo(1);
        chain.Subnet.AlphaPrice = Tao.Of(0.02m);
        return chain;
    }
}
