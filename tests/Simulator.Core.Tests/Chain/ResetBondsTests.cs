using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain;

public sealed class ResetBondsTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Every_bond_towards_the_miner_goes_where_the_subnet_allows_it(bool enabled, int left)
    {
        OneSubnet chain = Start(enabled);

        Assert.Equal(ChainReason.None, Reset(chain, 1));

        Assert.Equal(left, chain.Subnet.Mechanisms[0].Bonds[0].Length);
        Assert.Equal(enabled ? 1 : 0, chain.Events.Of(ChainEventKind.BondsReset).Count());
    }

    [Fact]
    public void A_hotkey_without_a_slot_changes_nothing()
    {
        OneSubnet chain = Start(enabled: true);

        Assert.Equal(ChainReason.None, Reset(chain, 7));

        Assert.Equal(2, chain.Subnet.Mechanisms[0].Bonds[0].Length);
        Assert.Empty(chain.Events.All);
    }

    private static ChainReason Reset(OneSubnet chain, int neuron) =>
        chain.Network.Execute(new ResetBonds(OneSubnet.NetUid, default, OneSubnet.HotkeyOf(neuron)));

    private static OneSubnet Start(bool enabled)
    {
        OneSubnet chain = new OneSubnet(new() { BondsResetEnabled = enabled }).WithNeurons(3);
        chain.Subnet.Mechanisms[0].Bonds.Set(0, [new WeightEntry(1, 10), new WeightEntry(2, 20)]);
        return chain;
    }
}
