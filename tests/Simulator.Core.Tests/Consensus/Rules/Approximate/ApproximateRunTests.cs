using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Rules.Approximate;

/// <summary>The rules of spec §9.1 that nothing can be compared with, on cases computed by hand and by what must hold anyway.</summary>
public sealed class ApproximateRunTests
{
    private const double Close = 1e-12;

    public static TheoryData<string> Rules => [.. ApproximateRule.All.Select(rule => rule.Id)];

    [Fact]
    public void Weights_that_nobody_shares_are_clipped_three_times_at_their_mean()
    {
        ApproximateRun run = new(ApproximateRule.Yuma1Sigmoid, new() { Kappa = 0.5 }, 2, 2);

        ApproximateEpoch epoch = run.Step([1, 0, 0, 1], [3, 1]);

        // 1 → 0.75 → 0.75² → 0.75³, and so for 0.25; the latter ends below 0.1/(4 + 1), so nobody trusts its miner.
        AssertClose([0.421875, 0.015625], epoch.ValidatorTrust);
        // Sigmoids of 10·(0.75 − 0.5) and of 10·(0 − 0.5).
        AssertClose([0.9241418199787566, 0.006692850924284856], epoch.Consensus);
        // Ranks 0.75·0.421875 and 0.25·0.015625, each times its consensus.
        AssertClose([0.9999105977023349, 1 - 0.9999105977023349], epoch.Incentive);
        AssertClose(epoch.Incentive.ToArray(), epoch.Dividends);
    }

    [Fact]
    public void Bonds_before_the_median_move_by_a_tenth()
    {
        ApproximateRun run = new(ApproximateRule.Yuma1Sigmoid, new(), 2, 2);
        run.Step([1, 0, 0, 1], [3, 1]);

        ApproximateEpoch epoch = run.Step([0, 1, 0, 1], [3, 1]);

        AssertClose([1, 0.1 * 0.75], epoch.Bonds(0));
        AssertClose([0, 0.1 * 0.25 + 0.9], epoch.Bonds(1));
        AssertClose([0.075, 0.925], epoch.Dividends);
    }

    [Fact]
    public void Where_all_agree_the_sigmoid_pays_by_weight_as_the_median_does()
    {
        double[] weights = [0.5, 0.3, 0.2, 0.5, 0.3, 0.2];
        foreach (ApproximateRule rule in ApproximateRule.All)
        {
            ApproximateEpoch epoch = new ApproximateRun(rule, new(), 2, 3).Step(weights, [2, 1]);
            AssertClose([0.5, 0.3, 0.2], epoch.Incentive);
            AssertClose([2 / 3.0, 1 / 3.0], epoch.Dividends);
            AssertClose([1, 1], epoch.ValidatorTrust);
        }
    }

    [Fact]
    public void A_miners_bonds_move_the_slower_the_higher_its_consensus_stands_between_the_quantiles()
    {
        ApproximateRun run = new(ApproximateRule.Yuma2LiquidV1, new(), 1, 3, neurons: 3);

        // Consensus 0.5, 0.3, 0.2 has its quantiles at 0.4 and 0.25: the first stands above, the last below both.
        ApproximateEpoch epoch = run.Step([0.5, 0.3, 0.2], [1]);

        AssertClose([0.1, 0.21462425138767505, 0.3], epoch.Rates);
    }

    [Fact]
    public void Neurons_that_are_no_miners_count_among_the_quantiles()
    {
        ApproximateRun run = new(ApproximateRule.Yuma2LiquidV1, new(), 3, 2);

        // Of 0, 0, 0, 0.25, 0.75 the quantiles are 0 and 0.25.
        ApproximateEpoch epoch = run.Step([0.75, 0.25, 0.75, 0.25, 0.75, 0.25], [1, 1, 1]);

        AssertClose([0.1, 0.1], epoch.Rates);
    }

    [Fact]
    public void Without_any_consensus_bonds_move_fastest_and_nobody_earns()
    {
        ApproximateEpoch epoch = new ApproximateRun(ApproximateRule.Yuma2LiquidV1, new(), 2, 2).Step(
            [0, 0, 0, 0],
            [1, 1]
        );

        AssertClose([0.3, 0.3], epoch.Rates);
        Assert.Equal([0, 0], epoch.Incentive.ToArray());
        Assert.Equal([0, 0], epoch.Dividends.ToArray());
    }

    [Fact]
    public void The_median_is_the_largest_weight_that_half_of_the_stake_supports()
    {
        ApproximateRun run = new(ApproximateRule.Yuma2LiquidV1, new() { BondsPenalty = 0.5 }, 3, 2);

        ApproximateEpoch epoch = run.Step([0.2, 0.8, 0.6, 0.4, 1, 0], [2, 2, 1]);

        // Stakes 0.4, 0.4, 0.2: 0.6 of them give the first miner 0.6 or more, 0.8 the second 0.4 or more.
        AssertClose([0.6, 0.4], epoch.Consensus);
        AssertClose([0.2 + 0.4, 1, 0.6], epoch.ValidatorTrust);
        // Half way between weights and clipped weights: 0.2, 0.6; 0.6, 0.4; 0.8, 0. Times stake, as shares of their column.
        AssertClose([0.08 / 0.48, 0.24 / 0.40], epoch.Bonds(0));
        AssertClose([0.24 / 0.48, 0.16 / 0.40], epoch.Bonds(1));
        AssertClose([0.16 / 0.48, 0], epoch.Bonds(2));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Shares_sum_to_one(string rule)
    {
        Rng rng = new RandomStreams(1).For(rule);
        for (int world = 0; world < 200; world++)
        {
            (int v, int m) = (1 + rng.NextInt(6), 1 + rng.NextInt(6));
            ApproximateRun run = new(Of(rule), new(), v, m);
            for (int step = 0; step < 3; step++)
            {
                ApproximateEpoch epoch = run.Step(Positive(rng, v * m), Positive(rng, v));
                Assert.Equal(1, epoch.Incentive.ToArray().Sum(), Close);
                Assert.Equal(1, epoch.Dividends.ToArray().Sum(), Close);
                for (int j = 0; j < m; j++)
                {
                    double column = 0;
                    for (int i = 0; i < v; i++)
                    {
                        column += epoch.Bonds(i)[j];
                    }
                    Assert.Equal(1, column, Close);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_scale_of_stakes_and_of_a_row_of_weights_does_not_matter(string rule)
    {
        Rng rng = new RandomStreams(2).For(rule);
        ApproximateRun plain = new(Of(rule), new(), 4, 5),
            scaled = new(Of(rule), new(), 4, 5);
        for (int step = 0; step < 50; step++)
        {
            double[] weights = Positive(rng, 20),
                stakes = Positive(rng, 4);
            ApproximateEpoch expected = plain.Step(weights, stakes);
            ApproximateEpoch found = scaled.Step(
                [.. weights.Select((w, k) => w * (1 + k / 5))],
                [.. stakes.Select(s => s * 1024)]
            );
            AssertClose(expected.Incentive.ToArray(), found.Incentive);
            AssertClose(expected.Dividends.ToArray(), found.Dividends);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Another_order_of_validators_and_miners_only_reorders_results(string rule)
    {
        int[] rows = [2, 0, 3, 1],
            columns = [4, 2, 0, 1, 3];
        Rng rng = new RandomStreams(3).For(rule);
        ApproximateRun plain = new(Of(rule), new(), 4, 5),
            other = new(Of(rule), new(), 4, 5);
        for (int step = 0; step < 50; step++)
        {
            double[] weights = Positive(rng, 20),
                stakes = Positive(rng, 4);
            ApproximateEpoch expected = plain.Step(weights, stakes);
            ApproximateEpoch found = other.Step(
                [.. rows.SelectMany(i => columns.Select(j => weights[i * 5 + j]))],
                [.. rows.Select(i => stakes[i])]
            );
            double[] incentive = expected.Incentive.ToArray(),
                dividends = expected.Dividends.ToArray();
            AssertClose([.. columns.Select(j => incentive[j])], found.Incentive);
            AssertClose([.. rows.Select(i => dividends[i])], found.Dividends);
        }
    }

    [Fact]
    public void What_is_no_amount_is_refused_with_its_place_and_the_run_does_not_move()
    {
        ApproximateRun run = new(ApproximateRule.Yuma2LiquidV1, new(), 2, 2);
        double[] before = run.Step([1, 0, 0, 1], [1, 1]).Dividends.ToArray();

        Assert.StartsWith(
            "weights[1, 0] is NaN: it must be 0 or more, and finite",
            Assert.Throws<ArgumentException>(() => run.Step([1, 0, double.NaN, 1], [1, 1])).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "stakes[1] is -1: it must be 0 or more, and finite",
            Assert.Throws<ArgumentException>(() => run.Step([1, 0, 0, 1], [1, -1])).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "3 weights were given: this run has 4",
            Assert.Throws<ArgumentException>(() => run.Step([1, 0, 0], [1, 1])).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, run.Step([1, 0, 0, 1], [1, 1]).Dividends.ToArray());
    }

    [Fact]
    public void Parameters_outside_their_range_are_refused() =>
        Assert.StartsWith(
            "AlphaHigh is 0.5: it must be in [AlphaLow, 1]",
            Assert
                .Throws<ArgumentException>(() =>
                    new ApproximateRun(ApproximateRule.Yuma2LiquidV1, new() { AlphaHigh = 0.5 }, 1, 1)
                )
                .Message,
            StringComparison.Ordinal
        );

    private static ApproximateRule Of(string id) => ApproximateRule.Find(id)!;

    private static double[] Positive(Rng rng, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => 0.001 + rng.NextDouble())];

    private static void AssertClose(double[] expected, ReadOnlySpan<double> found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], Close);
        }
    }
}
