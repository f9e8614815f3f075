using Simulator.Core.Studies;
using Simulator.Core.Studies.Retention;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Studies.Retention;

/// <summary>The published utilities that keep 60 % of the stake: subtensor docs/consensus.md, spec §8.3 case 40.</summary>
public sealed class PublishedRetentionTests
{
    private const double Published = 0.015;

    private static readonly RetentionPlan Plan = new() { HonestStakes = [0.6], Draws = 30 };

    [Theory]
    [InlineData(0, 0.60)]
    [InlineData(0.2, 0.67)]
    [InlineData(0.4, 0.73)]
    public void The_more_weights_scatter_the_more_utility_is_needed(double sigma, double published) =>
        Assert.Equal(published, Needed(Plan with { WeightDeviation = sigma }), Published);

    [Theory]
    [InlineData(0.5, 0.76)]
    [InlineData(0, 0.78)]
    public void A_smaller_bonds_penalty_asks_for_more_utility(double beta, double published) =>
        Assert.Equal(
            published,
            Needed(Plan with { BondsPenalty = PerU16.OfShare((decimal)beta) }),
            Published
        );

    [Theory]
    [InlineData(0.25, 0.78)]
    [InlineData(0, 0.82)]
    public void A_smaller_share_for_validators_asks_for_more_utility(double xi, double published) =>
        Assert.Equal(published, Needed(Plan with { ValidatorShare = xi }), Published);

    /// <remarks>With its whole utility each side agrees with itself alone: no miner has consensus, and stake is paid.</remarks>
    [Fact]
    public void A_majority_of_three_fifths_protects_no_honest_side_below_it()
    {
        RetentionPlan plan = Plan with { Kappa = PerU16.OfShare(0.6m), HonestStakes = [0.51, 0.55] };
        Assert.All(Found(plan), statistic => Assert.Equal(1, statistic.NeededUtility.Mean, 6));
    }

    /// <remarks>At .55 the means of both lie within each other's spread: only pairs on the same weights can tell.</remarks>
    [Fact]
    public void A_majority_of_two_fifths_asks_a_narrow_honest_side_for_more()
    {
        RetentionPlan half = Plan with { HonestStakes = [0.51, 0.55, 0.6] };
        IReadOnlyList<MeanInterval> more = RetentionSearch.Difference(
            half with
            {
                Kappa = PerU16.OfShare(0.4m),
            },
            half,
            seed: 1,
            threads: 2,
            TestContext.Current.CancellationToken
        );
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", more));
        Assert.True(more[0].Low > 0.05, $"{more[0]}");
        Assert.True(more[1].Low > 0, $"{more[1]}");
        Assert.True(more[2].High < 0, $"{more[2]}");
    }

    private static double Needed(RetentionPlan plan)
    {
        MeanInterval found = Found(plan)[0].NeededUtility;
        TestContext.Current.TestOutputHelper?.WriteLine($"{found.Mean:0.0000} ± {found.HalfWidth:0.0000}");
        return found.Mean;
    }

    private static IReadOnlyList<RetentionStatistic> Found(RetentionPlan plan) =>
        RetentionSearch.Of(plan, seed: 1, threads: 2, TestContext.Current.CancellationToken);
}
