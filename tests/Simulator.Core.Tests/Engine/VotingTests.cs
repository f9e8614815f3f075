using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class VotingTests
{
    private static readonly WorldPlan Timelock = Worlds.Small;
    private static readonly WorldPlan Hash = Timelock with { Commit = new() { Mode = CommitMode.Hash } };
    private static readonly WorldPlan Open = Timelock with
    {
        Subnet = Timelock.Subnet with { CommitRevealWeightsEnabled = false },
    };

    [Fact]
    public void Timelocked_weights_are_revealed_in_the_block_of_the_next_epoch()
    {
        RunRecorder run = Worlds.Run(Timelock);
        Assert.Equal(Each(340, 360), run.Blocks("Committed"));
        Assert.Equal(Each(360, 360), run.Blocks("Revealed"));
        Assert.Equal(0, run.Count("Rejected"));
    }

    [Fact]
    public void A_longer_period_reveals_an_epoch_later()
    {
        RunRecorder run = Worlds.Run(
            Timelock with
            {
                Subnet = Timelock.Subnet with { RevealPeriodEpochs = 2 },
            }
        );
        Assert.Equal(Each(720, 360)[..12], run.Blocks("Revealed"));
    }

    [Fact]
    public void A_delayed_pulse_reveals_later_in_the_same_epoch()
    {
        RunRecorder run = Worlds.Run(Timelock with { Commit = new() { RoundDelay = new(7) } });
        Assert.Equal(Each(367, 360)[..12], run.Blocks("Revealed"));
    }

    [Fact]
    public void Late_pulses_come_later_than_others()
    {
        RunRecorder run = Worlds.Run(
            Timelock with
            {
                Commit = new() { LatePulses = new(5), LatePulseShare = 0.5 },
                Epochs = 20,
            }
        );
        long[] blocks = [.. run.Blocks("Revealed").Select(b => b % 360)];
        Assert.Equal([0, 5], blocks.Distinct().Order());
    }

    [Fact]
    public void Hashed_weights_are_revealed_by_the_validator_once_their_epoch_has_come()
    {
        RunRecorder run = Worlds.Run(Hash);
        Assert.Equal(Each(340, 360), run.Blocks("Committed"));
        Assert.Equal(Each(360, 360)[..12], run.Blocks("Revealed"));
        Assert.Equal(0, run.Count("Rejected"));
    }

    [Fact]
    public void Open_weights_are_set_at_once()
    {
        RunRecorder run = Worlds.Run(Open);
        Assert.Equal(Each(340, 360), run.Blocks("WeightsSet"));
        Assert.Equal(0, run.Count("Committed"));
    }

    [Theory]
    [InlineData(CommitMode.Timelock, "RevealDropped", "Undecipherable", 15)]
    [InlineData(CommitMode.Hash, "Missed", "", 12)]
    public void Missed_reveals_leave_no_weights(CommitMode mode, string kind, string reason, int count)
    {
        RunRecorder run = Worlds.Run(
            Timelock with
            {
                Commit = new() { Mode = mode, MissedReveals = 1 },
            }
        );
        Assert.Equal(count, run.Count(kind, reason));
        Assert.Equal(0, run.Count("Revealed"));
        Assert.Equal(0, run.Count("IncentivePaid"));
    }

    [Fact]
    public void A_vote_that_comes_too_fast_is_refused_by_the_chain()
    {
        RunRecorder run = Worlds.Run(
            Hash with
            {
                Subnet = Hash.Subnet with { WeightsSetRateLimit = new BlockSpan(400) },
            }
        );
        // The second and the fourth commit come 360 blocks after one that was taken.
        Assert.Equal(3 * 2, run.Count("Rejected", "CommittingWeightsTooFast"));
        Assert.Equal(3 * 3, run.Count("Committed"));
    }

    [Fact]
    public void Every_mechanism_gets_the_vote()
    {
        RunRecorder run = Worlds.Run(Timelock with { Subnet = Timelock.Subnet with { MechanismCount = 2 } });
        Assert.Equal(2 * 3 * 5, run.Count("Revealed"));
        Assert.Equal([0L, 1], run.Epochs["mechid"].Values<long>().ToArray().Distinct());
        Assert.Equal(2 * 5, run.Epochs.Rows);
        Assert.Equal(0, run.Count("Rejected"));
    }

    /// <summary>Three validators in each of five epochs.</summary>
    private static long[] Each(long first, long step) =>
        [.. Enumerable.Range(0, 15).Select(i => first + i / 3 * step)];
}
