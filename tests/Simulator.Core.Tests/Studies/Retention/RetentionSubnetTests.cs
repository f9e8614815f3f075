using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Numerics;
using Simulator.Core.Randomness;
using Simulator.Core.Studies.Retention;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Studies.Retention;

/// <summary>One subnet of a retention map, as spec §8.3 case 39 describes it.</summary>
public sealed class RetentionSubnetTests
{
    private static readonly RetentionPlan Plan = new();

    /// <remarks>Sides as in the chain's own cases: at .6 they hold 38 and 268 of the 64 and 448 nodes.</remarks>
    [Theory]
    [InlineData(0.51, 32, 228)]
    [InlineData(0.6, 38, 268)]
    [InlineData(0.7, 44, 313)]
    [InlineData(0.001, 1, 1)]
    [InlineData(0.999, 63, 447)]
    public void Nodes_are_split_as_the_stake_is(double honestStake, int validators, int miners)
    {
        RetentionSubnet subnet = Subnet(Plan, honestStake);
        Assert.Equal(validators, Enumerable.Range(0, 64).Count(subnet.IsHonest));
        Assert.Equal(miners, Enumerable.Range(64, 448).Count(subnet.IsHonest));
        ulong honest = subnet
            .Input.AlphaStake.Where((_, uid) => subnet.IsHonest(uid))
            .Aggregate((a, b) => a + b);
        Assert.Equal(honestStake, honest / 21e15, 9);
    }

    [Fact]
    public void Rows_are_what_the_chain_would_store()
    {
        RetentionSubnet subnet = Subnet(Plan, 0.6);
        subnet.HonestEmission(0.75, 0.9);
        for (int validator = 0; validator < 64; validator++)
        {
            ReadOnlySpan<WeightEntry> row = subnet.Input.Weights[validator];
            ushort[] values = [.. row.ToArray().Select(entry => entry.Value)];
            Assert.Equal(MaxUpscale.ToU16(values), values);
            double toHonest = row.ToArray()
                .Where(entry => subnet.IsHonest(entry.Uid))
                .Sum(entry => entry.Value);
            Assert.Equal(subnet.IsHonest(validator) ? 0.75 : 0.1, toHonest / values.Sum(value => value), 4);
        }
    }

    [Theory]
    [InlineData(0.6, 0.74, 1)]
    [InlineData(0.51, 0.2, 0.8)]
    [InlineData(0.95, 0.5, 0)]
    public void At_one_half_the_share_is_that_of_the_combined_emission(
        double stake,
        double honest,
        double cabal
    )
    {
        RetentionSubnet subnet = Subnet(Plan, stake);
        double found = subnet.HonestEmission(honest, cabal);
        EpochOutput output = subnet.Output;
        double all = output.Emission.Sum(rao => (double)rao),
            kept = output.Emission.Where((_, uid) => subnet.IsHonest(uid)).Sum(rao => (double)rao);
        Assert.Equal(kept / all, found, 6);
    }

    [Fact]
    public void Xi_weighs_dividends_against_incentives()
    {
        double[] found =
        [
            .. new[] { 0, 0.25, 1 }.Select(xi =>
                Subnet(Plan with { ValidatorShare = xi }, 0.6).HonestEmission(0.7, 1)
            ),
        ];
        Assert.Equal(0.75 * found[0] + 0.25 * found[2], found[1], 6);
        Assert.NotEqual(found[0], found[2], 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Without_consensus_stake_alone_is_paid(double xi)
    {
        // Both sides weigh only their own, and neither has three quarters of the stake.
        RetentionPlan plan = Plan with
        {
            ValidatorShare = xi,
            Kappa = PerU16.OfShare(0.75m),
        };
        Assert.Equal(0.6, Subnet(plan, 0.6).HonestEmission(1, 1), 6);
    }

    [Fact]
    public void Setting_a_utility_again_changes_nothing()
    {
        RetentionSubnet subnet = Subnet(Plan, 0.6);
        double first = subnet.HonestEmission(0.7, 0.4);
        subnet.HonestEmission(0.2, 0.9);
        Assert.Equal(first, subnet.HonestEmission(0.7, 0.4));
        Assert.Equal(first, Subnet(Plan, 0.6).HonestEmission(0.7, 0.4));
    }

    private static RetentionSubnet Subnet(RetentionPlan plan, double honestStake) =>
        new(plan, new(plan, new RandomStreams(1), 0), honestStake, input => new ScalarEpoch().Run(input));
}
