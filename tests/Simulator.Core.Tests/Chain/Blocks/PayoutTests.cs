using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Chain.Payments;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Blocks;

/// <summary>Who gets the alpha of an epoch: spec §6.7–6.9.</summary>
public sealed class PayoutTests
{
    private const ulong Tempo = 20;
    private const ulong CutOfBlock = 179_995_422;

    [Fact]
    public void An_alpha_is_cut_for_the_owner_and_the_rest_halved() =>
        Assert.Equal(
            // floor(10⁹ · 773074452/2³²) for the owner (spec §6.7).
            new BlockShares(1_000_000_000, CutOfBlock, 410_002_288, 410_002_288),
            BlockShares.Of(new(), new())
        );

    [Fact]
    public void Without_a_cut_miners_and_validators_get_everything() =>
        Assert.Equal(
            new BlockShares(1_000_000_000, 0, 500_000_000, 500_000_000),
            BlockShares.Of(new(), new() { OwnerCutEnabled = false })
        );

    /// <summary>Case 62 of the specification, §8.6.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(65535, 1_000_000_000)]
    public void Test_owner_cut_base(ushort cut, ulong pending)
    {
        OneSubnet chain = new OneSubnet(global: new() { SubnetOwnerCut = new(cut) }).GoTo(1);

        Assert.Equal(pending, chain.Subnet.Alpha.PendingOwnerCut);
    }

    [Fact]
    public void Incentive_and_dividends_are_staked_and_count_in_the_next_epoch()
    {
        OneSubnet chain = Voting().GoTo(Tempo);
        ulong pot = chain.Events.Of(ChainEventKind.EpochRan).Single().Amount / 2;

        ChainEvent incentive = Assert.Single(chain.Events.Of(ChainEventKind.IncentivePaid)),
            dividend = Assert.Single(chain.Events.Of(ChainEventKind.DividendPaid));
        Assert.Equal((1, pot), (incentive.Uid, incentive.Amount));
        // The owner's take and the nominators' rest are floored each, so one rao may stay behind.
        Assert.Equal(0, dividend.Uid);
        Assert.InRange(dividend.Amount, pot - 1, pot);
        Assert.Equal(1_000_000_000 + dividend.Amount, StakeOf(chain, 0));
        Assert.Equal(incentive.Amount, StakeOf(chain, 1));

        chain.GoTo(2 * Tempo - 1);
        Assert.Equal(
            [StakeOf(chain, 0), StakeOf(chain, 1), 1_000_000_000],
            Assert.Single(chain.Network.StartBlock(new(2 * Tempo))).Input.AlphaStake
        );
    }

    [Fact]
    public void The_owner_s_cut_is_staked_on_its_hotkey_registered_or_not()
    {
        OneSubnet chain = new OneSubnet(new() { Tempo = new(Tempo) }, ownerHotkey: new Hotkey(900))
            .WithNeurons(1)
            .GoTo(Tempo);

        ChainEvent cut = Assert.Single(chain.Events.Of(ChainEventKind.OwnerCutPaid));
        Assert.Equal((-1, 900L, Tempo * CutOfBlock), (cut.Uid, cut.Other, cut.Amount));
        Assert.Equal(new Alpha(cut.Amount), chain.Network.StakeOf(OneSubnet.NetUid, new(900)));
    }

    /// <summary>Case 66 of the specification, §8.6: validators get both pots when no miner earns anything.</summary>
    [Fact]
    public void Test_distribute_emission_no_miners_all_drained()
    {
        OneSubnet chain = new OneSubnet(new() { Tempo = new(Tempo) }).WithNeurons(2).GoTo(Tempo);

        Assert.Empty(chain.Events.Of(ChainEventKind.IncentivePaid));
        ulong[] paid = [.. chain.Events.Of(ChainEventKind.DividendPaid).Select(fact => fact.Amount)];
        ulong each = chain.Events.Of(ChainEventKind.EpochRan).Single().Amount / 2;
        Assert.All(paid, amount => Assert.InRange(amount, each - 1, each));
        Assert.Equal(2, paid.Length);
    }

    /// <summary>Case 67 of the specification, §8.6.</summary>
    [Theory]
    [InlineData(RecycleOrBurn.Burn)]
    [InlineData(RecycleOrBurn.Recycle)]
    public void Test_incentive_to_subnet_owners_hotkey_is_burned(RecycleOrBurn fate)
    {
        OneSubnet chain = new(
            new()
            {
                Tempo = new(Tempo),
                RecycleOrBurn = fate,
                CommitRevealWeightsEnabled = false,
            },
            ownerHotkey: OneSubnet.HotkeyOf(1)
        );
        chain.WithNeurons(1);
        // Neuron 1 is the owner's hotkey, of another coldkey; 2 belongs to the owner's coldkey; 3 to neither.
        chain.Network.Accounts.SetOwner(OneSubnet.HotkeyOf(1), OneSubnet.ColdkeyOf(1));
        chain.Network.Enroll(OneSubnet.NetUid, OneSubnet.HotkeyOf(1), OneSubnet.ColdkeyOf(1));
        chain.Network.Enroll(OneSubnet.NetUid, OneSubnet.HotkeyOf(2), OneSubnet.Owner);
        chain.Network.Enroll(OneSubnet.NetUid, OneSubnet.HotkeyOf(3), OneSubnet.ColdkeyOf(3));
        chain.GoTo(1).Set(0, (1, 1), (2, 1), (3, 2));

        chain.GoTo(Tempo);

        AlphaLedger alpha = chain.Subnet.Alpha;
        ulong withheld = alpha.Burned + alpha.Recycled,
            paid = chain.Events.Of(ChainEventKind.IncentivePaid).Single().Amount;
        Assert.Equal([1, 2], chain.Events.Of(ChainEventKind.IncentiveWithheld).Select(fact => fact.Uid));
        Assert.Equal(0UL, fate == RecycleOrBurn.Burn ? alpha.Recycled : alpha.Burned);
        Assert.Equal(0UL, StakeOf(chain, 2));
        Assert.Equal(paid, StakeOf(chain, 3));
        // Weights of 1, 1 and 2 are stored as 32768, 32768 and 65535 and floored to 32 bits.
        Assert.InRange(chain.Subnet.MinerBurned.ToDouble(), 0.49999, 0.50001);
        Assert.Equal(
            U96F32.FromInteger(withheld).SafeDiv(U96F32.FromInteger(withheld + paid)),
            chain.Subnet.MinerBurned
        );
        Assert.Equal(
            alpha.Created + alpha.Granted - (fate == RecycleOrBurn.Recycle ? withheld : 0),
            chain.Subnet.Issued.Rao
        );
    }

    [Fact]
    public void With_a_root_proportion_of_zero_root_stake_earns_no_dividends_of_its_own()
    {
        OneSubnet chain = Voting();
        // With 5.27 of weighted root stake beside 1 alpha most of its dividends are root dividends, whose pot is empty:
        // of the validators' pot it gets what its alpha alone would.
        chain.Network.StakeOnRoot(OneSubnet.HotkeyOf(0), Tao.Of(100));
        Assert.Equal(ChainReason.None, chain.Set(2, (1, 1)));

        chain.GoTo(Tempo);

        ChainEvent[] dividends = [.. chain.Events.Of(ChainEventKind.DividendPaid)];
        Assert.Equal([0, 2], dividends.Select(fact => fact.Uid));
        Assert.True(dividends[0].Amount < 2 * dividends[1].Amount);
        Assert.Equal(Tao.Of(100), chain.Network.RootStakeOf(OneSubnet.HotkeyOf(0)));
    }

    [Fact]
    public void A_subnet_that_nobody_may_enter_gets_no_emission()
    {
        OneSubnet chain = new OneSubnet(new() { RegistrationAllowed = false }).WithNeurons(1).GoTo(500);

        Assert.Equal(0UL, chain.Subnet.Alpha.Created);
        Assert.Equal(0UL, Assert.Single(chain.Events.Of(ChainEventKind.EpochRan)).Amount);
    }

    [Fact]
    public void Mechanisms_share_the_emission_and_keep_weights_and_incentive_apart()
    {
        OneSubnet chain = new OneSubnet(
            new()
            {
                Tempo = new(Tempo),
                MaxAllowedUids = 64,
                MechanismCount = 2,
                MechanismEmissionSplit = [16_384, 49_151],
                CommitRevealWeightsEnabled = false,
                OwnerCutEnabled = false,
            }
        ).WithNeurons(1).WithNeurons(2, stake: 0).GoTo(1);
        chain.Set(0, (1, 1));
        chain.Network.Execute(
            new SetWeights(OneSubnet.NetUid, new(1), OneSubnet.HotkeyOf(0), OneSubnet.Weights((2, 1)))
        );

        chain.GoTo(Tempo);

        // 20 alpha, of which floor(20·10⁹·s/65535) to each mechanism and the rest to the first; half of it to miners.
        ulong second = 20_000_000_000UL * 49_151 / 65_535,
            first = 20_000_000_000 - second;
        Assert.Equal(
            [(1, first / 2), (2, second / 2)],
            chain.Events.Of(ChainEventKind.IncentivePaid).Select(fact => (fact.Uid, fact.Amount))
        );
        Assert.Equal([0, ushort.MaxValue, 0], chain.Subnet.Mechanisms[0].Incentive);
        Assert.Equal([0, 0, ushort.MaxValue], chain.Subnet.Mechanisms[1].Incentive);
    }

    [Fact]
    public void Another_number_of_mechanisms_divides_emission_evenly_and_forgets_those_removed()
    {
        Hyperparameters p = new()
        {
            MaxAllowedUids = 64,
            MechanismCount = 2,
            MechanismEmissionSplit = [16_384, 49_151],
        };
        OneSubnet chain = new OneSubnet(p).WithNeurons(2);
        chain.Subnet.Mechanisms[1].Weights.Set(0, [new(1, 1)]);

        chain.Network.Change(OneSubnet.NetUid, p with { MechanismCount = 1 });
        chain.Network.Change(OneSubnet.NetUid, p);

        Assert.Empty(chain.View.Hyperparameters.MechanismEmissionSplit);
        Assert.True(chain.View.Weights(new(1), new(0)).IsEmpty);
    }

    private static ulong StakeOf(OneSubnet chain, int neuron) =>
        chain.Network.StakeOf(OneSubnet.NetUid, OneSubnet.HotkeyOf(neuron)).Rao;

    /// <summary>Neuron 0 has stake and votes for neuron 1, which has none; neuron 2 has stake and is silent.</summary>
    private static OneSubnet Voting()
    {
        OneSubnet chain = new OneSubnet(new() { Tempo = new(Tempo), CommitRevealWeightsEnabled = false })
            .WithNeurons(1)
            .WithNeurons(1, stake: 0)
            .WithNeurons(1)
            .GoTo(1);
        Assert.Equal(ChainReason.None, chain.Set(0, (1, 1)));
        return chain;
    }
}
