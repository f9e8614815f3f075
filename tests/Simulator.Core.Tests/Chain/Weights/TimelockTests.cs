using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Weights;

/// <summary>Commits that the chain reveals; case 57 of the specification, §8.5, under the chain's names.</summary>
public sealed class TimelockTests
{
    private const ulong Tempo = 20;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Test_reveal_crv3_commits_success(ulong period)
    {
        OneSubnet chain = Start(period: period).GoTo(5);
        Assert.Equal(ChainReason.None, chain.CommitTimelocked(0, round: 0, (1, 1)));
        ulong due = Tempo * period;

        Assert.Empty(chain.GoTo(due - 1).Row(0));
        Assert.Single(chain.GoTo(due).Row(0));

        ChainEvent revealed = Assert.Single(chain.Events.Of(ChainEventKind.Revealed));
        Assert.Equal((0, 0L, 1UL), (revealed.Uid, revealed.Other, revealed.Amount));
        Assert.Equal(5UL, chain.Subnet.Mechanisms[0].LastUpdate[0]);
    }

    [Fact]
    public void A_revealed_weight_is_used_by_the_epoch_of_its_block()
    {
        OneSubnet chain = Start().GoTo(5);
        chain.CommitTimelocked(0, round: 0, (1, 1));

        Assert.Equal(ushort.MaxValue, chain.GoTo(Tempo).View.Neuron(new(1)).Incentive.Raw);
    }

    [Fact]
    public void Test_reveal_crv3_commits_reveal_after_its_epoch_is_over()
    {
        // The pulse comes a block after the last one at which it could open the commit.
        OneSubnet chain = Start(pulses: new From(2 * Tempo)).GoTo(5);
        chain.CommitTimelocked(0, round: 0, (1, 1));

        Assert.Empty(chain.GoTo(3 * Tempo).Row(0));

        Assert.Equal(
            ChainReason.ExpiredWeightCommit,
            Assert.Single(chain.Events.Of(ChainEventKind.RevealDropped)).Reason
        );
    }

    [Fact]
    public void Test_reveal_crv3_commits_retry_on_missing_pulse()
    {
        OneSubnet chain = Start(pulses: new From(Tempo + 7)).GoTo(5);
        chain.CommitTimelocked(0, round: 0, (1, 1));

        Assert.Empty(chain.GoTo(Tempo + 6).Row(0));
        Assert.Single(chain.GoTo(Tempo + 7).Row(0));
        Assert.Equal(0, chain.View.Neuron(new(1)).Incentive.Raw);
        Assert.Equal(ushort.MaxValue, chain.GoTo(2 * Tempo).View.Neuron(new(1)).Incentive.Raw);
    }

    [Fact]
    public void A_late_pulse_holds_up_its_own_commit_alone()
    {
        OneSubnet chain = Start(pulses: new PulseClock(new(3))).GoTo(5);
        chain.CommitTimelocked(0, round: PulseClock.RoundAt(new(Tempo)), (1, 1));
        chain.CommitTimelocked(1, round: PulseClock.RoundAt(new(Tempo - 3)), (0, 1));

        chain.GoTo(Tempo);
        Assert.Empty(chain.Row(0));
        Assert.Single(chain.Row(1));
        Assert.Single(chain.GoTo(Tempo + 3).Row(0));
    }

    [Fact]
    public void Test_reveal_crv3_commits_hotkey_check()
    {
        OneSubnet chain = Start().GoTo(5);
        chain.Network.Execute(
            new CommitTimelockedWeights(
                OneSubnet.NetUid,
                default,
                OneSubnet.HotkeyOf(0),
                new(OneSubnet.HotkeyOf(1), OneSubnet.Weights((1, 1))),
                Round: 0
            )
        );

        AssertDropped(chain, ChainReason.CommittedForAnotherHotkey);
    }

    [Fact]
    public void Test_reveal_crv3_commits_decryption_failure()
    {
        OneSubnet chain = Start().GoTo(5);
        chain.Network.Execute(
            new CommitTimelockedWeights(OneSubnet.NetUid, default, OneSubnet.HotkeyOf(0), null, Round: 0)
        );

        AssertDropped(chain, ChainReason.Undecipherable);
    }

    [Fact]
    public void Test_reveal_crv3_commits_do_set_weights_failure()
    {
        OneSubnet chain = Start().GoTo(5);
        chain.CommitTimelocked(0, round: 0, (1, 1), (1, 2));

        AssertDropped(chain, ChainReason.DuplicateUids);
    }

    [Fact]
    public void Test_reveal_crv3_commits_when_commit_belongs_to_a_pruned_hotkey()
    {
        OneSubnet chain = Start().GoTo(5);
        chain.CommitTimelocked(0, round: 0, (1, 1));
        chain.Subnet.Replace(new(0), new(900), new(901), new(5));

        AssertDropped(chain, ChainReason.HotKeyNotRegisteredInSubNet);
    }

    [Fact]
    public void One_bad_commit_does_not_hold_up_the_others_and_the_last_of_a_hotkey_wins()
    {
        OneSubnet chain = Start().GoTo(5);
        chain.CommitTimelocked(0, round: 0, (0, 1));
        chain.CommitTimelocked(0, round: 0, (1, 1));
        chain.CommitTimelocked(0, round: 0, (1, 1), (1, 2));
        chain.CommitTimelocked(1, round: 0, (0, 1));

        chain.GoTo(Tempo);

        Assert.Equal([((ushort)1, ushort.MaxValue)], chain.Row(0));
        Assert.Equal([((ushort)0, ushort.MaxValue)], chain.Row(1));
    }

    [Fact]
    public void Test_reveal_crv3_commits_multiple_commits_limit()
    {
        OneSubnet chain = Start().GoTo(5);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(ChainReason.None, chain.CommitTimelocked(0, round: 0, (1, 1)));
        }

        Assert.Equal(ChainReason.TooManyUnrevealedCommits, chain.CommitTimelocked(0, round: 0, (1, 1)));
        Assert.Equal(ChainReason.None, chain.CommitTimelocked(1, round: 0, (0, 1)));
        Assert.Equal(ChainReason.None, chain.GoTo(Tempo).CommitTimelocked(0, round: 0, (1, 1)));
    }

    [Fact]
    public void Another_version_tag_is_refused()
    {
        OneSubnet chain = Start().GoTo(5);

        Assert.Equal(
            ChainReason.IncorrectCommitRevealVersion,
            chain.Network.Execute(
                new CommitTimelockedWeights(
                    OneSubnet.NetUid,
                    default,
                    OneSubnet.HotkeyOf(50),
                    null,
                    Round: 0,
                    CommitRevealVersion: 3
                )
            )
        );
    }

    /// <summary>With no epoch allowed in a block the due subnet waits, and its commits with it, until its real run.</summary>
    [Fact]
    public void Test_reveal_crv3_commits_cap_deferred_subnets_reveal_on_their_real_run()
    {
        OneSubnet chain = Start(global: new() { MaxEpochsPerBlock = 0 }).GoTo(5);
        chain.CommitTimelocked(0, round: 0, (1, 1));

        chain.GoTo(Tempo + 4);
        Assert.Empty(chain.Row(0));
        Assert.Equal(0UL, chain.View.EpochIndex);
        // A commit in a block whose due epoch waits belongs to the epoch to come.
        chain.CommitTimelocked(1, round: 0, (0, 1));
        Assert.Equal([0L, 1L], chain.Events.Of(ChainEventKind.Committed).Select(fact => fact.Other));

        chain.Network.Parameters = new();
        chain.GoTo(Tempo + 5);
        Assert.Single(chain.Row(0));
        Assert.Empty(chain.Row(1));
        Assert.Equal(ushort.MaxValue, chain.View.Neuron(new(1)).Incentive.Raw);
        Assert.Equal(new Block(Tempo + 5), chain.View.LastEpoch);
        Assert.Single(chain.GoTo(2 * Tempo + 5).Row(1));
    }

    [Fact]
    public void After_commit_and_reveal_is_switched_off_an_open_commit_is_still_revealed()
    {
        OneSubnet chain = Start().GoTo(5);
        chain.CommitTimelocked(0, round: 0, (1, 1));

        chain.Network.Change(
            OneSubnet.NetUid,
            chain.View.Hyperparameters with
            {
                CommitRevealWeightsEnabled = false,
            }
        );

        Assert.Single(chain.GoTo(Tempo).Row(0));
        Assert.Equal(Tempo, chain.Subnet.Mechanisms[0].LastUpdate[0]);
    }

    private static void AssertDropped(OneSubnet chain, ChainReason reason)
    {
        chain.GoTo(2 * Tempo);

        ChainEvent dropped = Assert.Single(chain.Events.Of(ChainEventKind.RevealDropped));
        Assert.Equal(reason, dropped.Reason);
        Assert.Empty(chain.Row(0));
    }

    private static OneSubnet Start(
        ulong period = 1,
        GlobalParameters? global = null,
        IPulses? pulses = null
    ) =>
        new OneSubnet(
            new()
            {
                Tempo = new(Tempo),
                RevealPeriodEpochs = period,
                WeightsSetRateLimit = default,
            },
            global,
            pulses: pulses
        ).WithNeurons(2);

    /// <summary>A beacon that is silent until a block.</summary>
    private sealed class From(ulong first) : IPulses
    {
        public bool IsKnown(ulong round, Block block) => block.Height >= first;
    }
}
