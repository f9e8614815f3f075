using System.Collections.Immutable;
using Simulator.Core.Studies.Replays;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Studies.Replays;

/// <summary>Variants on one series: absence, resets, arithmetic and mistakes.</summary>
public sealed class ReplayTests
{
    private static readonly ReplayRule Yuma3 = ReplayRule.Find("yuma3")!;

    public static TheoryData<string> Rules => [.. ReplayRule.All.Select(rule => rule.Id)];

    [Fact]
    public void Approximate_rules_come_last_and_say_so()
    {
        Assert.All(ReplayRule.All, rule => Assert.Same(rule, ReplayRule.Find(rule.Id)));
        Assert.Equal(
            ReplayRule.All.OrderBy(rule => rule.Note.Length > 0).Select(rule => rule.Id),
            ReplayRule.All.Select(rule => rule.Id)
        );
        Assert.Null(ReplayRule.Find("yuma4"));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Whoever_is_absent_earns_nothing_and_comes_back_without_bonds(string rule)
    {
        ReplayEpoch all = Epoch([0.6, 0.4, 0.5, 0.5, 0.7, 0.3], [0.5, 0.3, 0.2]);
        ReplayEpoch without = Epoch([0.6, 0.4, 0.5, 0.5, 0, 0], [0.5, 0.3, 0], 2);
        ReplaySeries left = Series(all, all, all, without, all);
        ReplaySeries fresh = Series(without, without, without, without, all);

        Replay gone = Of(rule, left);
        Assert.Equal(0, gone.Tracks[0].Dividends(3)[2]);
        Assert.Equal([0, 0], Bonds(gone, 3, 2));
        Assert.NotEqual(0, Bonds(gone, 2, 2)[0]);
        Assert.Equal(Bonds(Of(rule, fresh), 4, 2)[0], Bonds(gone, 4, 2)[0], 1e-9);
    }

    [Fact]
    public void A_stake_of_zero_is_no_absence()
    {
        ReplayEpoch all = Epoch([0.6, 0.4, 0.5, 0.5, 0.7, 0.3], [0.5, 0.3, 0.2]);
        ReplayEpoch poor = Epoch([0.6, 0.4, 0.5, 0.5, 0.7, 0.3], [0.5, 0.3, 0]);

        Assert.NotEqual(0, Bonds(Of("paper/yuma3_web", Series(all, all, poor)), 2, 2)[0]);
    }

    [Theory]
    [InlineData("yuma3", true)]
    [InlineData("yuma2", false)]
    [InlineData("paper/yuma3_web", true)]
    [InlineData("paper/yuma2b", false)]
    public void A_reset_clears_the_bonds_of_rules_that_have_resets(string rule, bool clears)
    {
        ReplayEpoch both = Epoch([0.6, 0.4, 0.5, 0.5, 0.7, 0.3], [0.5, 0.3, 0.2]);
        ReplayEpoch first = Epoch([1, 0, 1, 0, 1, 0], [0.5, 0.3, 0.2]);
        ReplaySeries series = Series(both, both, both, first) with { Reset = new(1, 3) };

        Assert.Equal(clears, Bonds(Of(rule, series), 3, 0)[1] == 0);
        Assert.NotEqual(0, Bonds(Of(rule, series, resets: false), 3, 0)[1]);
    }

    /// <summary>The chain's fixed point and the papers' double are two ways to compute one rule.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_chains_yuma3_and_the_papers_agree_but_for_rounding(bool liquid)
    {
        ReplayEpoch[] epochs =
        [
            .. Enumerable
                .Range(0, 30)
                .Select(e =>
                    Epoch([0.6, 0.4, 0.5 - e / 100.0, 0.5 + e / 100.0, 0.7, 0.3], [0.45, 0.3, 0.25])
                ),
        ];
        ReplaySeries series = Series([.. epochs]);
        var parameters = Yuma3.Defaults with { LiquidAlpha = liquid, Kappa = 0.6, BondPenalty = 0.5 };
        ReplayVariant chain = new()
        {
            Label = "chain",
            Rule = Yuma3,
            Parameters = parameters,
            Series = series,
        };
        Replay replay = Replay.Of(
            new()
            {
                Variants =
                [
                    chain,
                    chain with
                    {
                        Label = "paper",
                        Rule = ReplayRule.Find("paper/yuma3_web")!,
                    },
                ],
            },
            cancel: TestContext.Current.CancellationToken
        );

        for (int e = 0; e < epochs.Length; e++)
        {
            for (int i = 0; i < 3; i++)
            {
                // Stored bonds have steps of 1/65,535, and each epoch cuts them once.
                Assert.Equal(replay.Tracks[1].Dividends(e)[i], replay.Tracks[0].Dividends(e)[i], 1e-3);
            }
            Assert.Equal(replay.Tracks[1].Incentive(e)[0], replay.Tracks[0].Incentive(e)[0], 1e-4);
            Assert.Equal(replay.Tracks[1].Consensus(e)[1], replay.Tracks[0].Consensus(e)[1], 1e-4);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_digest()
    {
        ReplayPlan plan = new()
        {
            Variants =
            [
                .. ReplayRule.All.Select(rule => Variant(rule, Series(Epoch([1, 0, 0, 1, 1, 1], [3, 2, 1])))),
            ],
        };

        Assert.Equal(
            Replay.Of(plan, 1, cancel: TestContext.Current.CancellationToken).Digest(),
            Replay.Of(plan, 3, cancel: TestContext.Current.CancellationToken).Digest()
        );
    }

    [Fact]
    public void Progress_counts_the_epochs_that_all_variants_share()
    {
        List<int> told = [];
        ReplaySeries series = Series([.. Enumerable.Repeat(Epoch([1, 0, 0, 1, 1, 1], [3, 2, 1]), 4)]);
        Replay.Of(
            new() { Variants = [Variant(Yuma3, series), Variant(ReplayRule.All[0], series)] },
            progress: new Told(told),
            cancel: TestContext.Current.CancellationToken
        );

        Assert.Equal([1, 2, 3, 4], told);
    }

    [Fact]
    public void The_foremost_are_those_of_most_stake_and_most_weight_and_the_base()
    {
        int validators = ReplayFocus.MostValidators + 2,
            miners = ReplayFocus.MostMiners + 2;
        ReplaySeries series = new()
        {
            Validators = [.. Enumerable.Range(0, validators).Select(i => $"v{i}")],
            Miners = [.. Enumerable.Range(0, miners).Select(j => $"m{j}")],
            Epochs =
            [
                new(
                    [.. Enumerable.Range(0, validators * miners).Select(i => (double)(i % miners))],
                    [.. Enumerable.Range(0, validators).Select(i => i + 1.0)],
                    []
                ),
            ],
            BaseValidator = 1,
        };

        ReplayFocus focus = ReplayFocus.Of(series);

        Assert.Equal([1, .. Enumerable.Range(3, ReplayFocus.MostValidators - 1)], focus.Validators);
        Assert.Equal(Enumerable.Range(2, ReplayFocus.MostMiners), focus.Miners);
    }

    [Fact]
    public void All_mistakes_of_a_plan_are_told_at_once()
    {
        ReplaySeries wrong = Series(
            Epoch([1, 0, 0, 1], [1, -1, double.NaN]),
            Epoch([1, 0, 0, 1, -2, 0], [0, 0, 0], 7)
        ) with
        {
            BaseValidator = 3,
            Reset = new(2, 5),
        };
        PlanException found = Assert.Throws<PlanException>(() =>
            Replay.Of(
                new() { Variants = [Variant(Yuma3, wrong)] },
                cancel: TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(
            [
                "replay.base_validator: 3 is not in [0, 2]",
                "replay.reset.miner: 2 is not in [0, 1]",
                "replay.reset.epoch: 5 is not in [0, 1]",
                "replay.epochs[0].weights: 4 numbers are not 3 rows of 2",
                "replay.epochs[0].stakes[1]: -1 is not a finite number of at least 0",
                "replay.epochs[1].weights[4]: -2 is not a finite number of at least 0",
                "replay.epochs[1].stakes: nobody has stake: there is no majority of it",
                "replay.epochs[1].absent: 7 is no row of the 3 validators",
            ],
            found.Problems.Select(problem => $"{problem.Path}: {problem.Message}")
        );
    }

    [Fact]
    public void Variants_must_fit_each_other_and_the_chain()
    {
        ReplaySeries series = Series(Epoch([1, 0, 0, 1, 1, 1], [3, 2, 1]));
        ReplayVariant variant = Variant(Yuma3, series);
        ReplayPlan plan = new()
        {
            Variants =
            [
                variant,
                variant with
                {
                    Parameters = variant.Parameters with { Kappa = 2, AlphaSigmoidSteepness = 1000 },
                },
                variant with
                {
                    Label = "longer",
                    Series = Series(series.Epochs[0], series.Epochs[0]),
                },
                variant with
                {
                    Label = "richer",
                    Parameters = variant.Parameters with { TotalSubnetStake = 1e15 },
                },
            ],
        };

        Assert.Equal(
            [
                "replay.variants[1].label: another variant is called 'yuma3' too; give each a label of its own",
                "replay.variants[1].kappa: 2 is not in [0, 1], and the chain stores no other",
                "replay.variants[1].alpha_sigmoid_steepness: 1000 is not in [-300, 300], and the chain stores no other",
                "replay.variants[2]: has other validators, miners or epochs than the first variant",
                "replay.variants[3]: the stakes come to more rao than the chain can hold",
            ],
            plan.Problems().Select(problem => $"{problem.Path}: {problem.Message}")
        );
        Assert.Equal(
            ["has 0 variants; give 1 to 64"],
            new ReplayPlan { Variants = [] }
                .Problems()
                .Select(problem => problem.Message)
        );
    }

    private static double[] Bonds(Replay replay, int epoch, int validator) =>
        [replay.Tracks[0].Bond(epoch, validator, 0), replay.Tracks[0].Bond(epoch, validator, 1)];

    private static Replay Of(string rule, ReplaySeries series, bool resets = true) =>
        Replay.Of(
            new() { Variants = [Variant(ReplayRule.Find(rule)!, series) with { HasResets = resets }] },
            cancel: TestContext.Current.CancellationToken
        );

    private static ReplayVariant Variant(ReplayRule rule, ReplaySeries series) =>
        new()
        {
            Label = rule.Id,
            Rule = rule,
            Parameters = rule.Defaults,
            Series = series,
        };

    private static ReplaySeries Series(params ImmutableArray<ReplayEpoch> epochs) =>
        new()
        {
            Validators = ["a", "b", "c"],
            Miners = ["x", "y"],
            Epochs = epochs,
        };

    private static ReplayEpoch Epoch(double[] weights, double[] stakes, params ImmutableArray<int> absent) =>
        new([.. weights], [.. stakes], absent);

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
