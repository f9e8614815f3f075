using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Chain.Weights;

/// <summary>Commits that validators reveal themselves; cases 53, 55 and 56 of the specification, §8.5, under the chain's names.</summary>
public sealed class HashCommitTests
{
    private static readonly RevealWeights Weights = OneSubnet.Reveal(0, salt: 7, (0, 10), (1, 20));

    [Fact]
    public void Test_commit_reveal_tempo_interval()
    {
        OneSubnet chain = Start(tempo: 100, period: 1);
        Network network = chain.Network;
        Assert.Equal(ChainReason.None, network.Execute(Weights.Commit()));
        Assert.Equal(ChainReason.RevealTooEarly, network.Execute(Weights));

        chain.GoTo(100);
        Assert.Equal(ChainReason.None, network.Execute(Weights));
        Assert.Equal([((ushort)0, (ushort)32768), ((ushort)1, (ushort)65535)], chain.Row(0));
        Assert.Equal(ChainReason.NoWeightsCommitFound, network.Execute(Weights));

        Assert.Equal(ChainReason.None, network.Execute(Weights.Commit()));
        chain.GoTo(300);
        Assert.Equal(ChainReason.ExpiredWeightCommit, network.Execute(Weights));
        // A refusal leaves no trace, so the expired commit is still there to be told apart.
        Assert.Equal(ChainReason.ExpiredWeightCommit, network.Execute(Weights));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(86)]
    [InlineData(100)]
    public void Test_reveal_at_exact_epoch(ulong period)
    {
        RevealWeights other = OneSubnet.Reveal(0, salt: 8, (0, 1));
        OneSubnet chain = Start(tempo: 5, period);
        chain.Network.Execute(Weights.Commit());
        chain.Network.Execute(other.Commit());

        chain.GoTo(5 * period - 1);
        Assert.Equal(ChainReason.RevealTooEarly, chain.Network.Execute(Weights));
        chain.GoTo(5 * period);
        Assert.Equal(ChainReason.None, chain.Network.Execute(Weights));
        chain.GoTo(5 * period + 5);
        Assert.Equal(ChainReason.ExpiredWeightCommit, chain.Network.Execute(other));
    }

    [Fact]
    public void Ten_commits_may_wait_and_expired_ones_make_room()
    {
        OneSubnet chain = Start(tempo: 100, period: 1);
        for (ulong salt = 0; salt < 10; salt++)
        {
            Assert.Equal(ChainReason.None, chain.Network.Execute(OneSubnet.Reveal(0, salt, (0, 1)).Commit()));
        }
        Assert.Equal(ChainReason.TooManyUnrevealedCommits, chain.Network.Execute(Weights.Commit()));

        chain.GoTo(200);
        Assert.Equal(ChainReason.None, chain.Network.Execute(Weights.Commit()));
        Assert.Equal(10, Dropped(chain, ChainReason.ExpiredWeightCommit));
    }

    [Fact]
    public void What_was_not_committed_is_refused()
    {
        OneSubnet chain = Start(tempo: 100, period: 1);
        chain.Network.Execute(Weights.Commit());
        chain.GoTo(100);

        Assert.Equal(
            ChainReason.InvalidRevealCommitHashNotMatch,
            chain.Network.Execute(OneSubnet.Reveal(0, salt: 7, (0, 10), (1, 21)))
        );
        Assert.Equal(
            ChainReason.InvalidRevealCommitHashNotMatch,
            chain.Network.Execute(OneSubnet.Reveal(0, salt: 8, (0, 10), (1, 20)))
        );
        Assert.Equal(
            ChainReason.NoWeightsCommitFound,
            chain.Network.Execute(OneSubnet.Reveal(1, salt: 7, (0, 10), (1, 20)))
        );
    }

    [Fact]
    public void Revealing_a_later_commit_ends_the_older_ones()
    {
        RevealWeights later = OneSubnet.Reveal(0, salt: 8, (1, 1));
        OneSubnet chain = Start(tempo: 100, period: 1);
        chain.Network.Execute(Weights.Commit());
        chain.Network.Execute(later.Commit());
        chain.GoTo(100);

        Assert.Equal(ChainReason.None, chain.Network.Execute(later));
        Assert.Equal(ChainReason.NoWeightsCommitFound, chain.Network.Execute(Weights));
        Assert.Equal(1, Dropped(chain, ChainReason.OvertakenByLaterReveal));
    }

    [Fact]
    public void A_reveal_that_the_checks_refuse_leaves_its_commit_waiting()
    {
        RevealWeights twice = OneSubnet.Reveal(0, salt: 1, (1, 1), (1, 2));
        OneSubnet chain = Start(tempo: 100, period: 1);
        chain.Network.Execute(twice.Commit());
        chain.GoTo(100);

        Assert.Equal(ChainReason.DuplicateUids, chain.Network.Execute(twice));
        Assert.Equal(ChainReason.DuplicateUids, chain.Network.Execute(twice));
        Assert.Empty(chain.Row(0));
    }

    [Fact]
    public void Test_commit_weights_rate_limit()
    {
        Hyperparameters p = new() { WeightsSetRateLimit = new(10) };
        OneSubnet chain = new OneSubnet(p).GoTo(1).WithNeurons(2);

        Assert.Equal(ChainReason.CommittingWeightsTooFast, chain.GoTo(10).Network.Execute(Weights.Commit()));
        Assert.Equal(ChainReason.None, chain.GoTo(11).Network.Execute(Weights.Commit()));
        Assert.Equal(ChainReason.CommittingWeightsTooFast, chain.Network.Execute(Weights.Commit()));
        Assert.Equal(ChainReason.CommittingWeightsTooFast, chain.GoTo(16).Network.Execute(Weights.Commit()));
        Assert.Equal(ChainReason.None, chain.GoTo(21).Network.Execute(Weights.Commit()));

        chain.Network.Change(OneSubnet.NetUid, p with { CommitRevealWeightsEnabled = false });
        Assert.Equal(ChainReason.SettingWeightsTooFast, chain.GoTo(30).Set(0, (1, 1)));
        Assert.Equal(ChainReason.None, chain.GoTo(31).Set(0, (1, 1)));
    }

    [Fact]
    public void A_reveal_keeps_the_clock_at_the_commit()
    {
        OneSubnet chain = Start(tempo: 100, period: 1).GoTo(40);
        chain.Network.Execute(Weights.Commit());

        chain.GoTo(130).Network.Execute(Weights);

        Assert.Equal(40UL, chain.Subnet.Mechanisms[0].LastUpdate[0]);
    }

    // Each case keeps the first few rules of spec §4.4 and breaks all later ones.
    [Theory]
    [InlineData(0, ChainReason.MechanismDoesNotExist)]
    [InlineData(1, ChainReason.CommitRevealDisabled)]
    [InlineData(2, ChainReason.HotKeyNotRegisteredInSubNet)]
    [InlineData(3, ChainReason.CommittingWeightsTooFast)]
    public void The_first_broken_rule_is_the_reason(int kept, ChainReason reason)
    {
        OneSubnet chain = new OneSubnet(new() { CommitRevealWeightsEnabled = kept > 1 }).WithNeurons(1);
        chain.GoTo(50).Subnet.Mechanisms[0].LastUpdate[0] = 1;

        Assert.Equal(
            reason,
            chain.Network.Execute(
                Weights.Commit() with
                {
                    NetUid = new(kept > 0 ? (ushort)1 : (ushort)2),
                    Hotkey = OneSubnet.HotkeyOf(kept > 2 ? 0 : 50),
                }
            )
        );
        Assert.Equal(
            kept > 1 ? ChainReason.NoWeightsCommitFound : ChainReason.CommitRevealDisabled,
            chain.Network.Execute(Weights)
        );
        Assert.Equal(ChainReason.SubnetNotExists, chain.Network.Execute(Weights with { NetUid = new(2) }));
    }

    [Fact]
    public void A_commit_waiting_hides_weights_from_view_and_shows_the_epoch_its_block()
    {
        OneSubnet chain = Start(tempo: 100, period: 1).GoTo(40);
        chain.Network.Execute(Weights.Commit());
        Assert.Empty(chain.Row(0));

        IReadOnlyList<Simulator.Core.Chain.Blocks.DueEpoch> due = chain.GoTo(99).Network.StartBlock(new(100));

        Assert.Equal([40UL, LiveCommits.None], Assert.Single(due).Input.EarliestLiveCommit);
    }

    private static OneSubnet Start(ulong tempo, ulong period) =>
        new OneSubnet(
            new()
            {
                Tempo = new(tempo),
                RevealPeriodEpochs = period,
                WeightsSetRateLimit = default,
            }
        ).WithNeurons(2);

    private static int Dropped(OneSubnet chain, ChainReason reason) =>
        chain.Events.Of(ChainEventKind.RevealDropped).Count(fact => fact.Reason == reason);
}
