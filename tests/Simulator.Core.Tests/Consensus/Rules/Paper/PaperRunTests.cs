using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Rules.Paper;

public sealed class PaperRunTests
{
    private const double NoConsensus = int.MinValue / 65535.0;

    public static TheoryData<string> Ids { get; } = [.. PaperRule.All.Select(rule => rule.Id)];

    /// <summary>Version and whether rates are liquid; M spans odd sizes and whole lanes, V more than 64.</summary>
    public static TheoryData<string, bool> Rules { get; } =
        new(
            PaperRule
                .All.Select(rule => rule.Id["paper/".Length..])
                .Where(id => !id.Contains("liquid", StringComparison.Ordinal))
                .SelectMany(id => new (string, bool)[] { (id, false), (id, true) })
        );

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_its_formulas(string id, bool liquid)
    {
        (int V, int M)[] shapes = [(1, 1), (2, 3), (3, 8), (5, 17), (16, 63), (67, 33)];
        ConsensusMode[] modes = [ConsensusMode.Current, ConsensusMode.Previous, ConsensusMode.Mixed];
        for (int trial = 0; trial < 3 * shapes.Length; trial++)
        {
            (int v, int m) = shapes[trial / 3];
            Rng rng = new RandomStreams(7).For("paper", (ulong)trial);
            PaperParameters parameters = new()
            {
                Kappa = 0.3 + 0.6 * rng.NextDouble(),
                BondPenalty = rng.NextDouble(),
                BondMovingAverage = rng.NextDouble(),
                LiquidAlpha = liquid,
                ConsensusMode = modes[trial % 3],
            };
            PaperRun run = new(PaperRule.Find(id)!, parameters, v, m);
            NaivePaper naive = new(id, parameters, v, m);
            for (int e = 0; e < 6; e++)
            {
                double[] weights = Draw(rng, v * m);
                double[] stakes = Draw(rng, v);
                PaperEpoch epoch = run.Step(weights, stakes);
                naive.Step(weights, stakes);
                AssertClose(naive.Consensus, epoch.Consensus);
                AssertClose(naive.Incentive, epoch.Incentive);
                AssertClose(naive.Dividends, epoch.Dividends);
                for (int i = 0; i < v; i++)
                {
                    AssertClose([.. Enumerable.Range(0, m).Select(j => naive.Bonds[i, j])], epoch.Bonds(i));
                }
            }
        }
    }

    /// <summary>Source: golden/yuma/builtin/chart_b0.99.yuma3_liquid_pkg.f64.csv.gz, case01, epochs 0 to 2.</summary>
    [Fact]
    public void Three_epochs_of_the_first_case_are_those_of_the_package()
    {
        PaperParameters parameters = new()
        {
            BondPenalty = 0.99,
            BondMovingAverage = 0.975,
            LiquidAlpha = true,
            ConsensusMode = ConsensusMode.Mixed,
        };
        PaperRun run = new(PaperRule.Yuma3LiquidPackage, parameters, 3, 2);
        double[] stakes = [0.8, 0.1, 0.1];

        PaperEpoch epoch = run.Step([1, 0, 1, 0, 1, 0], stakes);
        AssertClose([0.799997599975, 0.0999996999969, 0.0999996999969], epoch.Dividends, 1e-12);
        Assert.False(epoch.HasRates);

        epoch = run.Step([0, 1, 1, 0, 1, 0], stakes);
        AssertClose([0, 1], epoch.Incentive, 1e-12);
        AssertClose([1, 0, 0], epoch.ValidatorTrust, 1e-12);
        AssertClose([0.0512499359369, 0, 0], epoch.DividendsPer1000, 1e-12);

        epoch = run.Step([0, 1, 0, 1, 1, 0], stakes);
        AssertClose([0.938229094215, 0.0617691153015, 0], epoch.Dividends, 1e-12);
        AssertClose([0.0201738152576, 0.192407442155], epoch.Bonds(0), 1e-12);
        AssertClose([0.104542123846, 0.101338570185], epoch.Rates(1), 1e-12);
    }

    [Theory]
    [InlineData(1.0, ConsensusMode.Previous, ConsensusMode.Current)]
    [InlineData(0.99, ConsensusMode.Current, ConsensusMode.Previous)]
    public void Auto_looks_back_only_where_bonds_follow_clipped_weights_alone(
        double penalty,
        ConsensusMode same,
        ConsensusMode other
    )
    {
        foreach (PaperRule rule in (PaperRule[])[PaperRule.Yuma3LiquidPackage, PaperRule.Yuma3LiquidWeb])
        {
            double[] auto = Bonds(ConsensusMode.Auto);
            Assert.Equal(Bonds(same), auto);
            Assert.NotEqual(Bonds(other), auto);

            double[] Bonds(ConsensusMode mode) =>
                AfterTwoEpochs(
                    rule,
                    new()
                    {
                        BondPenalty = penalty,
                        LiquidAlpha = true,
                        ConsensusMode = mode,
                    }
                );
        }
    }

    [Fact]
    public void Rules_before_Yuma_3_do_not_look_at_the_mode()
    {
        foreach (PaperRule rule in PaperRule.All.TakeWhile(rule => rule != PaperRule.Yuma3Package))
        {
            double[] current = AfterTwoEpochs(rule, new() { LiquidAlpha = true });
            double[] mixed = AfterTwoEpochs(
                rule,
                new() { LiquidAlpha = true, ConsensusMode = ConsensusMode.Mixed }
            );
            Assert.Equal(current, mixed);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_reset_empties_one_column_under_rules_that_have_resets(string id)
    {
        PaperRule rule = PaperRule.Find(id)!;
        PaperRun run = new(rule, new(), 2, 3);
        run.ResetBonds(1);
        double before = run.Step([1, 1, 1, 1, 2, 1], [1, 1]).Bonds(0)[1];
        Assert.True(before > 0);
        run.ResetBonds(1);
        // Nobody weighs the miner now: what is left of its bonds is memory.
        PaperEpoch epoch = run.Step([1, 0, 1, 1, 0, 1], [1, 1]);
        bool remembers = rule != PaperRule.Yuma1 && rule != PaperRule.Yuma2B;
        if (rule.HasResets)
        {
            Assert.Equal(0, epoch.Bonds(0)[1]);
        }
        else if (remembers)
        {
            Assert.True(epoch.Bonds(0)[1] > 0);
        }
        Assert.True(epoch.Bonds(0)[0] > 0);
    }

    [Fact]
    public void Winners_of_exactly_the_same_rank_share()
    {
        PaperRun run = new(PaperRule.Yuma1, new() { WinnerTakesAll = true }, 2, 3);
        Assert.Equal([0.5, 0, 0.5], run.Step([2, 1, 2, 2, 1, 2], [1, 1]).Incentive.ToArray());
    }

    [Theory]
    [InlineData(false, 1 / 3.0)]
    [InlineData(true, 1 / 6.0)]
    public void Without_consensus_everybody_shares_as_in_the_source(bool fullMatrix, double share)
    {
        foreach (bool winnerTakesAll in (bool[])[false, true])
        {
            PaperRun run = new(
                PaperRule.Yuma2Web,
                new() { WinnerTakesAll = winnerTakesAll },
                3,
                3,
                fullMatrix
            );
            // Each validator backs another miner, and none has half of the stake.
            PaperEpoch epoch = run.Step([1, 0, 0, 0, 1, 0, 0, 0, 1], [1, 1, 1]);
            Assert.True(epoch.IsDegenerate);
            Assert.Equal([NoConsensus, NoConsensus, NoConsensus], epoch.Consensus.ToArray());
            AssertClose([share, share, share], epoch.Incentive);
        }
    }

    [Fact]
    public void A_full_matrix_gives_the_same_where_there_is_consensus()
    {
        foreach (PaperRule rule in PaperRule.All)
        {
            PaperParameters parameters = new() { LiquidAlpha = true };
            Assert.Equal(
                AfterTwoEpochs(rule, parameters),
                AfterTwoEpochs(rule, parameters, fullMatrix: true)
            );
        }
    }

    [Fact]
    public void A_row_of_zeros_has_no_validator_trust()
    {
        PaperRun run = new(PaperRule.Yuma2B, new(), 2, 2);
        Assert.Equal(double.NaN, run.Step([1, 1, 0, 0], [2, 1]).ValidatorTrust[1]);
        run.Step([1, 1, 1, 1], [2, 1]);
        // Yuma 2B clips the weights that the validator had, and divides by those that it has.
        Assert.Equal(double.PositiveInfinity, run.Step([1, 1, 0, 0], [2, 1]).ValidatorTrust[1]);
    }

    [Fact]
    public void A_validator_without_stake_earns_nothing()
    {
        foreach (PaperRule rule in PaperRule.All)
        {
            PaperEpoch epoch = new PaperRun(rule, new(), 2, 2).Step([1, 1, 1, 0], [1, 0]);
            Assert.Equal((0, 0), (epoch.Dividends[1], epoch.DividendsPer1000[1]));
            Assert.True(epoch.Dividends[0] > 0.99);
        }
    }

    [Fact]
    public void A_bad_number_or_shape_is_refused_and_the_run_does_not_move()
    {
        PaperRun run = new(PaperRule.Yuma1, new(), 2, 2);
        Assert.Equal("3 weights were given: this run has 4", Refusal([1, 1, 1], [1, 1]));
        Assert.Equal("1 stakes were given: this run has 2", Refusal([1, 1, 1, 1], [1]));
        Assert.Equal("weights[1, 0] is -1: it must be 0 or more, and finite", Refusal([1, 1, -1, 1], [1, 1]));
        Assert.Equal(
            "stakes[1] is NaN: it must be 0 or more, and finite",
            Refusal([1, 1, 1, 1], [1, double.NaN])
        );
        Assert.Equal(0, run.Epochs);
        ArgumentException kappa = Assert.Throws<ArgumentException>(() =>
            new PaperRun(PaperRule.Yuma1, new() { Kappa = double.NaN }, 1, 1)
        );
        Assert.StartsWith("kappa is NaN: it must be finite", kappa.Message, StringComparison.Ordinal);

        string Refusal(double[] weights, double[] stakes) =>
            Assert.Throws<ArgumentException>(() => run.Step(weights, stakes)).Message.Split(" (Parameter")[0];
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_step_allocates_nothing(string id)
    {
        PaperRun run = new(PaperRule.Find(id)!, new() { LiquidAlpha = true }, 4, 9);
        Rng rng = new RandomStreams(1).For("paper", 0);
        double[] weights = Draw(rng, 36);
        // Equal stakes: columns are searched again in the order of the source.
        double[] stakes = [1, 1, 1, 1];
        run.Step(weights, stakes);
        run.Step(weights, stakes);
        Assert.Equal(0, Allocation.Least(() => run.Step(weights, stakes)));
    }

    private static double[] AfterTwoEpochs(
        PaperRule rule,
        PaperParameters parameters,
        bool fullMatrix = false
    )
    {
        PaperRun run = new(rule, parameters, 3, 2, fullMatrix);
        run.Step([1, 0, 1, 0, 1, 0], [0.8, 0.1, 0.1]);
        PaperEpoch epoch = run.Step([0.2, 0.8, 1, 0, 0.6, 0.4], [0.8, 0.1, 0.1]);
        return [.. epoch.Bonds(0), .. epoch.Bonds(1), .. epoch.Bonds(2), .. epoch.Dividends];
    }

    private static double[] Draw(Rng rng, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => 0.01 + rng.NextDouble())];

    private static void AssertClose(double[] expected, ReadOnlySpan<double> found, double tolerance = 1e-11)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - found[i]) / Math.Max(1, Math.Abs(expected[i]));
            Assert.True(difference <= tolerance, $"[{i}]: expected {expected[i]:R}, found {found[i]:R}");
        }
    }
}
