using Simulator.Core.Studies.Retention;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Studies.Retention;

/// <summary>The published utilities that keep 60 % of the stake: subtensor docs/consensus.md, spec §8.3 case 40.</summary>
public sealed class PublishedRetentionTests
{
    private const double Published = 0.015;

    private static readonly RetentionPlan Plan = new()
    {
        HonestStakes = [0.6],
        CabalUtilities = RetentionPlan.Steps(10),
        Draws = 1,
    };

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

    private static double Needed(RetentionPlan plan) =>
        RetentionSearch
            .Of(plan, seed: 1, threads: 2, TestContext.Current.CancellationToken)[0]
            .NeededUtility.Mean;
}
