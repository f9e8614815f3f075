using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Randomness;
using Simulator.Core.Studies.Retention;

namespace Simulator.Core.Tests.Studies.Retention;

/// <summary>An honest side of exactly κ: the chain floors its shares of stake, so that it just misses the majority.</summary>
/// <remarks>39,321 of 65,535 is three fifths exactly. Only the comparison of stake with κ differs between fixed point and
/// double here: an epoch in double that floors its shares agrees with the chain.</remarks>
public sealed class MajorityEdgeTests
{
    private const double Stake = 0.6;
    private const double LeastUnit = 1.0 / (1L << 32);

    // Doubles of three fifths may sum to a last place less: far below what a floor takes.
    private const double Slack = 1e-12;

    private static readonly RetentionPlan Plan = new()
    {
        HonestStakes = [Stake],
        CabalUtilities = RetentionPlan.Steps(5),
        Kappa = new(39_321),
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Floors_of_shares_are_what_an_honest_side_of_kappa_lacks(int draw)
    {
        RetentionSubnet subnet = Subnet(Plan, draw, Exact);
        Assert.Equal(1, Needed(subnet), 6);
        Assert.Equal(1, Needed(Subnet(Plan, draw, new EpochInDouble(Stake, floorShares: true).Run)), 6);
        Assert.InRange(Needed(Subnet(Plan, draw, new EpochInDouble(Stake - Slack).Run)), 0.87, 0.93);
    }

    [Fact]
    public void A_step_of_kappa_down_gives_the_majority_back()
    {
        double found = Needed(Subnet(Plan with { Kappa = new(39_320) }, 0, Exact));
        Assert.Equal(Needed(Subnet(Plan, 0, new EpochInDouble(39_320 / 65_535.0).Run)), found, 3);
        Assert.InRange(found, 0.87, 0.93);
        Assert.Equal(1, Needed(Subnet(Plan with { Kappa = new(39_322) }, 0, Exact)), 6);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(1_000_000_000, true)]
    public void A_rao_more_is_below_the_least_unit_of_a_share_and_a_token_is_enough(long rao, bool suffices)
    {
        RetentionSubnet subnet = Subnet(Plan, 0, Exact);
        foreach (int uid in Enumerable.Range(0, Plan.Validators).Where(subnet.IsHonest))
        {
            subnet.Input.AlphaStake[uid] = (ulong)((long)subnet.Input.AlphaStake[uid] + rao);
        }
        Assert.Equal(suffices, Needed(subnet) < 0.99);
    }

    [Fact]
    public void The_side_misses_the_majority_by_less_than_a_least_unit_for_each_validator()
    {
        RetentionSubnet subnet = Subnet(Plan, 0, Exact);
        double all = subnet.Input.AlphaStake.Sum(rao => (double)rao);
        double floored = Enumerable
            .Range(0, Plan.Validators)
            .Where(subnet.IsHonest)
            .Sum(uid => Math.Floor(subnet.Input.AlphaStake[uid] / all / LeastUnit));
        double kappa = Math.Floor(Stake / LeastUnit);
        Assert.InRange(kappa - floored, 1, Enumerable.Range(0, Plan.Validators).Count(subnet.IsHonest));
    }

    private static EpochOutput Exact(EpochInput input) => new LaneEpoch().Run(input);

    private static double Needed(RetentionSubnet subnet) =>
        RetentionStatistic.Counted(RetentionSearch.WorstNeed(Plan, Stake, subnet));

    private static RetentionSubnet Subnet(
        RetentionPlan plan,
        int draw,
        Func<EpochInput, EpochOutput> epoch
    ) => new(plan, new(plan, new RandomStreams(1), draw), Stake, epoch);
}
