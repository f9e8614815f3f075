using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Which commits the epoch's mask looks at (§2.4, E6d).</summary>
public sealed class LiveCommitsTests
{
    [Theory]
    [InlineData(47UL, true)]
    [InlineData(48UL, false)]
    [InlineData(50UL, false)]
    [InlineData(ulong.MaxValue, false)]
    public void A_commit_expires_when_its_reveal_period_is_over(ulong epoch, bool expired) =>
        Assert.Equal(expired, new LiveCommits(1, currentEpoch: 50, revealPeriod: 2).IsExpired(epoch));

    [Fact]
    public void Of_a_queue_the_first_live_commit_counts_and_of_timelocks_the_earliest()
    {
        LiveCommits commits = new(3, currentEpoch: 50, revealPeriod: 1);
        commits.ReadQueue(0, [(48, 100), (49, 300), (50, 200)]);
        commits.ReadTimelock(1, epoch: 50, block: 500);
        commits.ReadTimelock(1, epoch: 49, block: 400);
        commits.ReadTimelock(1, epoch: 48, block: 1);
        commits.ReadTimelock(2, epoch: 48, block: 1);
        commits.ReadTimelock(3, epoch: 50, block: 1);
        commits.ReadQueue(7, [(50, 1)]);
        Assert.Equal([300, 400, LiveCommits.None], commits.EarliestBlock);
    }

    [Fact]
    public void A_neuron_with_both_kinds_has_the_earlier_one()
    {
        LiveCommits commits = new(1, currentEpoch: 50, revealPeriod: 1);
        commits.ReadQueue(0, [(50, 700)]);
        commits.ReadTimelock(0, epoch: 50, block: 600);
        Assert.Equal([600UL], commits.EarliestBlock);
    }
}
