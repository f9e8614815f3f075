using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Weights;

public sealed class WeightsCheckTests
{
    // Each case keeps the first few rules of spec §4.1 and breaks all later ones, so that the reason shows the order.
    [Theory]
    [InlineData(0, ChainReason.CanNotSetRootNetworkWeights)]
    [InlineData(1, ChainReason.WeightVecNotEqualSize)]
    [InlineData(2, ChainReason.MechanismDoesNotExist)]
    [InlineData(3, ChainReason.UidsLengthExceedUidsInSubNet)]
    [InlineData(4, ChainReason.HotKeyNotRegisteredInSubNet)]
    [InlineData(5, ChainReason.NotEnoughStakeToSetWeights)]
    [InlineData(6, ChainReason.IncorrectWeightVersionKey)]
    [InlineData(7, ChainReason.SettingWeightsTooFast)]
    [InlineData(8, ChainReason.NeuronNoValidatorPermit)]
    [InlineData(9, ChainReason.DuplicateUids)]
    [InlineData(10, ChainReason.UidVecContainInvalidOne)]
    [InlineData(11, ChainReason.WeightVecLengthIsLow)]
    [InlineData(12, ChainReason.MaxWeightExceeded)]
    [InlineData(13, ChainReason.None)]
    public void The_first_broken_rule_is_the_reason(int kept, ChainReason reason)
    {
        OneSubnet chain = new OneSubnet(
            new()
            {
                CommitRevealWeightsEnabled = false,
                WeightsVersionKey = 5,
                MinAllowedWeights = 3,
                MaxWeightLimit = new(30_000),
            },
            new() { StakeThreshold = new(kept > 5 ? 1UL : 2_000_000_000) }
        ).WithNeurons(4);
        chain.GoTo(200);
        chain.Subnet.Mechanisms[0].LastUpdate[0] = kept > 7 ? 100UL : 101;
        chain.Subnet.Slots.ValidatorPermit[0] = kept > 8;
        ushort[] uids = kept switch
        {
            <= 3 => [77, 77, 78, 79, 80],
            <= 9 => [77, 77],
            10 => [1, 77],
            11 => [1, 2],
            _ => [1, 2, 3],
        };
        ushort[] values = new ushort[kept > 1 ? uids.Length : uids.Length - 1];
        Array.Fill(values, (ushort)1);
        values[0] = kept > 12 ? (ushort)1 : (ushort)60_000;
        SetWeights call = new(
            new(kept > 0 ? (ushort)1 : (ushort)0),
            new(kept > 2 ? (byte)0 : (byte)1),
            OneSubnet.HotkeyOf(kept > 4 ? 0 : 50),
            new([.. uids], [.. values], VersionKey: kept > 6 ? 5UL : 4)
        );

        Assert.Equal(reason, chain.Network.Execute(call));

        Assert.Equal(reason == ChainReason.None ? 3 : 0, chain.Row(0).Length);
        Assert.Equal(
            reason == ChainReason.None ? ChainEventKind.WeightsSet : ChainEventKind.Rejected,
            Assert.Single(chain.Events.All).Kind
        );
    }

    [Fact]
    public void A_direct_set_is_refused_first_of_all_where_weights_are_committed()
    {
        OneSubnet chain = new OneSubnet().WithNeurons(1).GoTo(200);

        Assert.Equal(ChainReason.CommitRevealEnabled, chain.Set(50, (7, 1), (7, 1)));
    }

    [Fact]
    public void The_owner_s_hotkey_needs_neither_stake_nor_permit()
    {
        OneSubnet chain = new OneSubnet(
            new() { CommitRevealWeightsEnabled = false },
            new() { StakeThreshold = new(5_000_000_000) },
            ownerHotkey: OneSubnet.HotkeyOf(0)
        )
            .WithNeurons(2)
            .GoTo(200);
        chain.Subnet.Slots.ValidatorPermit[0] = false;

        Assert.Equal(ChainReason.None, chain.Set(0, (0, 1), (1, 1)));
        Assert.Equal(ChainReason.NotEnoughStakeToSetWeights, chain.Set(1, (0, 1)));
    }

    [Fact]
    public void Root_stake_counts_by_its_weight()
    {
        // 10 TAO on root at a weight of 0.18 are 1.8 beside 1 alpha (spec §3.2).
        OneSubnet chain = new OneSubnet(
            new() { CommitRevealWeightsEnabled = false },
            new() { StakeThreshold = Alpha.Of(2.7m), TaoWeight = 3_320_413_933_267_719_290 }
        )
            .WithNeurons(2)
            .GoTo(200);
        Assert.Equal(ChainReason.NotEnoughStakeToSetWeights, chain.Set(0, (1, 1)));

        chain.Network.StakeOnRoot(OneSubnet.HotkeyOf(0), Tao.Of(10));

        Assert.Equal(ChainReason.None, chain.Set(0, (1, 1)));
    }

    [Fact]
    public void A_neuron_without_permit_may_weigh_itself_alone()
    {
        OneSubnet chain = new OneSubnet(
            new() { CommitRevealWeightsEnabled = false, WeightsSetRateLimit = default }
        )
            .WithNeurons(3)
            .GoTo(200);
        chain.Subnet.Slots.ValidatorPermit[1] = false;

        Assert.Equal(ChainReason.None, chain.Set(1, (1, 1)));
        Assert.Equal(ChainReason.NeuronNoValidatorPermit, chain.Set(1, (2, 1)));
        Assert.Equal(ChainReason.NeuronNoValidatorPermit, chain.Set(1, (1, 1), (2, 1)));
    }

    [Fact]
    public void Stored_weights_have_a_maximum_of_65535_and_replace_the_old_row()
    {
        OneSubnet chain = new OneSubnet(new() { CommitRevealWeightsEnabled = false })
            .WithNeurons(3)
            .GoTo(200);

        chain.Set(0, (2, 50), (1, 100));
        Assert.Equal([((ushort)2, (ushort)32768), ((ushort)1, (ushort)65535)], chain.Row(0));

        chain.GoTo(300).Set(0, (0, 0));
        Assert.Equal([((ushort)0, (ushort)0)], chain.Row(0));
    }

    /// <summary>Case 53 of the specification, §8.5.</summary>
    [Fact]
    public void Test_weights_err_setting_weights_too_fast()
    {
        OneSubnet chain = new OneSubnet(
            new() { CommitRevealWeightsEnabled = false, WeightsSetRateLimit = new(10) }
        )
            .WithNeurons(2)
            .GoTo(1);
        Assert.Equal(ChainReason.None, chain.Set(0, (1, 1)));

        Assert.Equal(ChainReason.SettingWeightsTooFast, chain.GoTo(10).Set(0, (1, 1)));
        Assert.Equal(ChainReason.None, chain.GoTo(11).Set(0, (1, 1)));
    }

    [Fact]
    public void A_newcomer_waits_the_limit_too()
    {
        OneSubnet chain = new OneSubnet(
            new() { CommitRevealWeightsEnabled = false, WeightsSetRateLimit = new(10) }
        ).GoTo(5);
        chain.Network.Deposit(OneSubnet.ColdkeyOf(0), Tao.Of(9));
        chain.Register(0);

        Assert.Equal(ChainReason.SettingWeightsTooFast, chain.GoTo(14).Set(0, (0, 1)));
        Assert.Equal(ChainReason.None, chain.GoTo(15).Set(0, (0, 1)));
    }

    /// <summary>Case 54 of the specification, §8.5.</summary>
    [Fact]
    public void Min_allowed_weights_does_not_bind_a_self_weight()
    {
        OneSubnet chain = new OneSubnet(
            new()
            {
                CommitRevealWeightsEnabled = false,
                MinAllowedWeights = 2,
                WeightsSetRateLimit = default,
            }
        ).WithNeurons(2).GoTo(1);

        Assert.Equal(ChainReason.WeightVecLengthIsLow, chain.Set(0, (1, 88)));
        Assert.Equal(ChainReason.None, chain.Set(0, (0, 88)));
        Assert.Equal(ChainReason.None, chain.Set(0, (0, 10), (1, 10)));
    }
}
