using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Registrations;

public sealed class RegistrationTests
{
    private static readonly Tao Price = Tao.Of(1);

    [Fact]
    public void A_newcomer_pays_the_price_and_takes_the_next_slot()
    {
        OneSubnet chain = new OneSubnet().WithNeurons(2).GoTo(1);
        chain.Network.Deposit(OneSubnet.ColdkeyOf(2), Tao.Of(3));

        Assert.Equal(ChainReason.None, chain.Register(2));

        Assert.Equal(new Uid(2), chain.View.UidOf(OneSubnet.HotkeyOf(2)));
        Assert.Equal(Tao.Of(2), chain.Network.BalanceOf(OneSubnet.ColdkeyOf(2)));
        Assert.Equal(Price, chain.Subnet.RegistrationIncome);
        Assert.Equal(new Tao(1_260_000_000), chain.Subnet.Burn);
        Assert.Equal(1UL, chain.Subnet.Mechanisms[0].LastUpdate[2]);
        Assert.Equal(
            new ChainEvent(
                ChainEventKind.Registered,
                OneSubnet.NetUid,
                default,
                2,
                102,
                1_000_000_000,
                ChainReason.None
            ),
            Assert.Single(chain.Events.All)
        );
    }

    [Fact]
    public void An_account_keeps_the_existential_deposit()
    {
        OneSubnet chain = new OneSubnet().GoTo(1);
        chain.Network.Deposit(OneSubnet.ColdkeyOf(0), Price);

        Assert.Equal(ChainReason.None, chain.Register(0));

        Assert.Equal(new Tao(500), chain.Network.BalanceOf(OneSubnet.ColdkeyOf(0)));
        Assert.Equal(new Tao(999_999_500), chain.Subnet.RegistrationIncome);
    }

    [Fact]
    public void When_every_slot_is_taken_the_weakest_gives_way()
    {
        OneSubnet chain = Full();
        chain.Subnet.Slots.Emission = [30, 10, 20];
        chain.Network.Deposit(OneSubnet.ColdkeyOf(3), Tao.Of(3));

        Assert.Equal(ChainReason.None, chain.Register(3));

        Assert.Equal(new Uid(1), chain.View.UidOf(OneSubnet.HotkeyOf(3)));
        Assert.Equal(
            [(ChainEventKind.Pruned, 1, 101L, 10UL), (ChainEventKind.Registered, 1, 103L, 1_000_000_000UL)],
            chain.Events.All.Select(fact => (fact.Kind, fact.Uid, fact.Other, fact.Amount))
        );
    }

    [Fact]
    public void A_pruned_hotkey_may_come_back_and_finds_its_stake()
    {
        OneSubnet chain = Full();
        chain.Network.Deposit(OneSubnet.ColdkeyOf(3), Tao.Of(3));
        chain.Network.Deposit(OneSubnet.ColdkeyOf(0), Tao.Of(3));
        chain.Register(3);
        Assert.Null(chain.View.UidOf(OneSubnet.HotkeyOf(0)));

        Assert.Equal(ChainReason.None, chain.Register(0));

        Assert.NotNull(chain.View.UidOf(OneSubnet.HotkeyOf(0)));
        Assert.Equal(
            new Alpha(1_000_000_000),
            chain.Network.StakeOf(OneSubnet.NetUid, OneSubnet.HotkeyOf(0))
        );
    }

    // Each case breaks one rule and every later one, so that the reason shows the order (spec §5.1).
    [Theory]
    [InlineData(0, ChainReason.RegistrationNotPermittedOnRootSubnet)]
    [InlineData(1, ChainReason.SubnetNotExists)]
    [InlineData(2, ChainReason.RegistrationPriceLimitExceeded)]
    [InlineData(3, ChainReason.SubNetRegistrationDisabled)]
    [InlineData(4, ChainReason.HotKeyAlreadyRegisteredInSubNet)]
    [InlineData(5, ChainReason.NotEnoughBalanceToStake)]
    [InlineData(6, ChainReason.NonAssociatedColdKey)]
    [InlineData(7, ChainReason.NoNeuronIdAvailable)]
    public void The_first_broken_rule_is_the_reason(int kept, ChainReason reason)
    {
        OneSubnet chain = new OneSubnet(
            new()
            {
                MaxAllowedUids = 2,
                MinNonImmuneUids = 10,
                ImmunityPeriod = default,
                RegistrationAllowed = kept > 3,
            }
        ).WithNeurons(2).GoTo(1);
        Coldkey payer = new(77);
        chain.Network.AddSubnet(new(2), new(), OneSubnet.Owner, ownerHotkey: new(900));
        if (kept > 5)
        {
            chain.Network.Deposit(payer, Tao.Of(9));
        }
        NetUid netuid = kept switch
        {
            0 => new(0),
            1 => new(9),
            _ => OneSubnet.NetUid,
        };
        Hotkey hotkey = kept switch
        {
            <= 4 => OneSubnet.HotkeyOf(0),
            <= 6 => new(900),
            _ => new(901),
        };

        Assert.Equal(
            reason,
            chain.Network.Execute(new Register(netuid, hotkey, payer, kept > 2 ? null : Tao.Of(0.5m)))
        );

        Assert.Equal(reason, Assert.Single(chain.Events.All).Reason);
        Assert.Equal(ChainEventKind.Rejected, chain.Events.All[0].Kind);
        Assert.Equal(Price, chain.Subnet.Burn);
        Assert.Equal(2, chain.View.Neurons);
        Assert.Null(chain.Network.OwnerOf(new(901)));
    }

    [Fact]
    public void Enrolling_at_the_start_costs_nothing_and_needs_a_free_slot()
    {
        OneSubnet chain = Full();

        Assert.Equal(Price, chain.Subnet.Burn);
        Assert.StartsWith(
            "Subnet 1 has 3 slots, and all are taken.",
            Assert
                .Throws<ArgumentException>(() => chain.Network.Enroll(OneSubnet.NetUid, new(900), new(901)))
                .Message,
            StringComparison.Ordinal
        );
    }

    private static OneSubnet Full() => new OneSubnet(
            new()
            {
                MaxAllowedUids = 3,
                MinNonImmuneUids = 0,
                ImmunityPeriod = default,
            }
        ).WithNeurons(3).GoTo(1);
}
