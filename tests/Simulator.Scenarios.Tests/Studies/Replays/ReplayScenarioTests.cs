using System.Collections.Immutable;
using Simulator.Core.Metrics;
using Simulator.Core.Studies.Replays;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Replays;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Tests.Results;

namespace Simulator.Scenarios.Tests.Studies.Replays;

/// <summary>A scenario that is a replay: its file, its source, its run, its result and its page.</summary>
public sealed class ReplayScenarioTests : IDisposable
{
    private const string Mixed = """
        schema: sim/v1
        name: mixed
        question: Who earns?
        replay:
          source: yuma/case22
          parameters: { kappa: 0.6, total_epoch_emission: 50 }
          variants:
            - rule: yuma2
            - { rule: yuma3, label: liquid, liquid_alpha: true, kappa: 0.4, alpha_low: 0.2 }
            - { rule: paper/yuma3_web, bond_moving_avg: 0.9, liquid_alpha_consensus_mode: auto }
            - { rule: paper/yuma2c, label: late, delayed: 2, delayed_validator: Small vali. (high noise) }
            - { rule: paper/yuma2c, label: early, shifted: "1" }
          expect:
            - { metric: total_dividend, variant: liquid, of: Small vali. (high noise), min: 0 }
            - { metric: incentive, variant: late, of: Server 1, at: mean, max: 0 }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-replay-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_key_reaches_its_variant_and_the_source_wins()
    {
        ImmutableArray<ReplayVariant> variants = ScenarioFile.Parse(Mixed).Replay!.Variants;

        Assert.Equal(
            ["yuma2", "liquid", "paper/yuma3_web", "late", "early"],
            variants.Select(variant => variant.Label)
        );
        Assert.Equal([0.6, 0.4, 0.6, 0.6, 0.6], variants.Select(variant => variant.Parameters.Kappa));
        Assert.All(variants, variant => Assert.Equal(50, variant.Parameters.TotalEpochEmission));
        Assert.All(variants, variant => Assert.True(variant.Parameters.WinnerTakesAll));
        Assert.True(variants[1].Parameters.LiquidAlpha);
        Assert.Equal(0.2, variants[1].Parameters.AlphaLow);
        Assert.Equal(0.9, variants[2].Parameters.BondMovingAverage);
        Assert.Equal("Auto", variants[2].Parameters.ConsensusMode.ToString());
        Assert.Equal(
            "without the source's winner_takes_all, which the chain does not have",
            variants[0].Note
        );
        Assert.Equal("", variants[2].Note);
    }

    [Fact]
    public void Rows_come_late_or_early_for_one_validator_alone()
    {
        ImmutableArray<ReplayVariant> variants = ScenarioFile.Parse(Mixed).Replay!.Variants;
        ImmutableArray<ReplayEpoch> prompt = variants[0].Series.Epochs;

        Assert.Equal(Row(prompt[5], 2), Row(variants[3].Series.Epochs[7], 2));
        Assert.Equal(Row(prompt[0], 2), Row(variants[3].Series.Epochs[1], 2));
        Assert.Equal(Row(prompt[7], 0), Row(variants[3].Series.Epochs[7], 0));
        Assert.Equal(Row(prompt[6], 1), Row(variants[4].Series.Epochs[5], 1));
        Assert.Equal(Row(prompt[39], 1), Row(variants[4].Series.Epochs[39], 1));
        Assert.Equal(Row(prompt[5], 2), Row(variants[4].Series.Epochs[5], 2));
    }

    [Fact]
    public void Without_a_list_the_variants_are_those_of_the_charts()
    {
        ReplayPlan plan = ScenarioFile.Load("yuma/case05", []).Replay!;

        Assert.Equal(ReplayRule.OfCharts.Select(rule => rule.Id), plan.Variants.Select(v => v.Label));
        Assert.All(plan.Variants, variant => Assert.Equal(0.99, variant.Parameters.BondPenalty));
        Assert.Equal(
            [false, false, false, false, false, false, true],
            plan.Variants.Select(v => v.Parameters.LiquidAlpha)
        );
        Assert.Equal(0.975, plan.Variants[^1].Parameters.BondMovingAverage);
        Assert.Equal(0.1, plan.Variants[1].Parameters.BondMovingAverage);
        Assert.Equal(new ReplayReset(1, 20), plan.Series.Reset);
    }

    [Fact]
    public void A_resolved_replay_reads_back_as_itself()
    {
        Scenario scenario = ScenarioFile.Parse(Mixed);

        Assert.Equal(scenario.PlanHash, ScenarioFile.Parse(scenario.Resolved.ToJsonString()).PlanHash);
        Assert.Equal(
            ["schema", "name", "question", "seed", "replay"],
            scenario.Resolved.Select(entry => entry.Key)
        );
    }

    [Fact]
    public void A_run_fills_all_tables_and_answers_what_was_expected()
    {
        RunResult result = RunOf(Mixed);

        Assert.Equal((RunStatus.Complete, 40), (result.Status, result.Epochs));
        Assert.Equal("chain and double", result.Arithmetic);
        Assert.Equal(
            [
                ("replay_variants", 5),
                ("replay_totals", 5 * 3),
                ("replay_validators", 5 * 40 * 3),
                ("replay_miners", 5 * 40 * 2),
                ("replay_bonds", 5 * 40 * 3 * 2),
            ],
            result.Tables.Select(table => (table.Name, table.Rows))
        );
        Assert.Equal([Outcome.Met, Outcome.Missed], result.Expectations.Select(e => e.Outcome));
        Assert.Contains("(without the source's", result.Expectations[0].Found, StringComparison.Ordinal);
        Assert.Equal("incentive of Server 1 under late at mean ≤ 0", result.Expectations[1].Text);
    }

    [Fact]
    public void Sums_and_shares_in_the_tables_agree()
    {
        RunResult result = RunOf(Mixed);
        Table validators = result["replay_validators"],
            totals = result["replay_totals"],
            bonds = result["replay_bonds"];
        double total = 0;
        for (int e = 0; e < 40; e++)
        {
            total += validators["dividend_per_1000"].Values<double>()[e * 3 + 2];
        }
        Assert.Equal(total, totals["total_dividend"].Values<double>()[2], 1e-12);
        Assert.Equal([true, false, false], totals["is_base"].Values<bool>()[..3].ToArray());
        for (int row = 0; row < validators.Rows; row++)
        {
            Assert.Equal(
                validators["dividend"].Values<double>()[row]
                    - validators["stake_share"].Values<double>()[row],
                validators["relative_dividend"].Values<double>()[row],
                1e-12
            );
        }
        // Columns of bonds are shared among all validators.
        for (int first = 0; first < bonds.Rows; first += 6)
        {
            double[] shares = [.. bonds["bond_share"].Values<double>()[first..(first + 6)]];
            Assert.Equal(1, shares[0] + shares[2] + shares[4], 1e-9);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_byte_of_any_table()
    {
        RunResult one = RunOf(Mixed);
        RunResult three = Runner.Run(
            ScenarioFile.Parse(Mixed),
            3,
            cancel: TestContext.Current.CancellationToken
        );

        Assert.Equal(one.Digest, three.Digest);
        foreach ((Table a, Table b) in one.Tables.Zip(three.Tables))
        {
            using MemoryStream x = new(),
                y = new();
            CsvTable.Write(a, x);
            CsvTable.Write(b, y);
            Assert.Equal(x.ToArray(), y.ToArray());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_stored_replay_is_read_back_with_the_same_page(bool stopped)
    {
        RunResult result = stopped
            ? Runner.Run(ScenarioFile.Parse(Mixed), cancel: new CancellationToken(canceled: true))
            : RunOf(Mixed);

        ResultStore.Write(_folder.FullName, result, SampleRun.Times, new() { Force = true });

        Assert.Equal(RunReport.Html(result), RunReport.Html(ResultStore.Read(_folder.FullName).Result));
    }

    [Fact]
    public void A_stopped_replay_has_no_numbers_and_says_so()
    {
        RunResult result = Runner.Run(
            ScenarioFile.Parse(Mixed),
            cancel: new CancellationToken(canceled: true)
        );

        Assert.Equal((RunStatus.Partial, 0), (result.Status, result.Epochs));
        Assert.All(result.Tables, table => Assert.Equal(0, table.Rows));
        Assert.All(result.Expectations, e => Assert.Equal(Outcome.Skipped, e.Outcome));
        Assert.Contains("The run was interrupted", RunReport.Html(result), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_every_chart_of_the_original_and_says_what_must_be_said_of_a_variant()
    {
        string page = RunReport.Html(RunOf(Mixed));

        string[] charts =
        [
            "weights",
            "dividends",
            "bonds",
            "bond-shares",
            "incentives",
            "relative-dividends",
        ];
        Assert.All(
            charts,
            chart => Assert.Contains($"\"chart-replay-{chart}\":", page, StringComparison.Ordinal)
        );
        Assert.Contains("without the source&#39;s winner_takes_all", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">early</th>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>chain and double</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_a_large_subnet_draws_the_foremost_and_the_tables_hold_all()
    {
        RunResult result = RunOfFile(Large(), recordWeights: false);
        string page = RunReport.Html(result);

        Assert.Equal(2 * 3 * 40, result["replay_miners"].Rows);
        Assert.Equal(
            2 * 3 * ReplayFocus.MostValidators * ReplayFocus.MostMiners,
            result["replay_bonds"].Rows
        );
        Assert.Contains("\"name\":\"32 others\"", page, StringComparison.Ordinal);
        Assert.Contains("the 12 validators of most stake", page, StringComparison.Ordinal);

        RunResult all = RunOfFile(Large(), recordWeights: true);
        Assert.Equal(2 * 3 * 20 * 40, all["replay_bonds"].Rows);
        Assert.Equal((result.Digest, page), (all.Digest, RunReport.Html(all)));
    }

    [Fact]
    public void A_plan_hash_follows_the_content_of_the_file()
    {
        Metagraph large = Large();
        string first = Written(large).PlanHash;
        string second = Written(large with { Epochs = [large.Epochs[0]] }).PlanHash;

        Assert.NotEqual(first, second);
        Assert.Equal(first, Written(large).PlanHash);
    }

    [Fact]
    public void A_replay_file_in_place_of_a_scenario_is_told_from_one()
    {
        Written(Large());
        string file = Path.Combine(_folder.FullName, "large.json");

        ScenarioException found = Assert.Throws<ScenarioException>(() => ScenarioFile.Load(file, []));

        Assert.Equal(
            $"{file}(1,1): error: this is a replay file, not a scenario; a scenario beside it names it as 'source' in its section 'replay'",
            found.Message
        );
    }

    private static double[] Row(ReplayEpoch epoch, int validator) =>
        [.. epoch.Weights.AsSpan().Slice(validator * 2, 2)];

    private static RunResult RunOf(string text) =>
        Runner.Run(ScenarioFile.Parse(text), cancel: TestContext.Current.CancellationToken);

    private RunResult RunOfFile(Metagraph source, bool recordWeights) =>
        Runner.Run(
            Written(source),
            recordWeights: recordWeights,
            cancel: TestContext.Current.CancellationToken
        );

    private Scenario Written(Metagraph source)
    {
        string replay = Path.Combine(_folder.FullName, "large.json");
        ReplayFile.Write(replay, source, []);
        string scenario = Path.Combine(_folder.FullName, "large.yaml");
        File.WriteAllText(
            scenario,
            """
            schema: sim/v1
            name: large
            replay:
              source: large.json
              variants: [{ rule: yuma3 }, { rule: paper/yuma2b }]
            """
        );
        return ScenarioFile.Load(scenario, []);
    }

    // Twenty validators, of whom one more has gone in each epoch, and forty miners; later ones have more weight.
    private static Metagraph Large() =>
        new()
        {
            Id = "large",
            Source = "made up",
            Name = "large",
            Miners = [.. Enumerable.Range(0, 40).Select(i => $"m{i}")],
            Epochs =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(e => new MetagraphEpoch(
                        null,
                        [
                            .. Enumerable
                                .Range(0, 20 - e)
                                .Select(v => new ValidatorRow(
                                    null,
                                    $"v{v}",
                                    1000 + v,
                                    [.. Enumerable.Range(0, 40).Select(m => (double)(m + v % 3))]
                                )),
                        ]
                    )),
            ],
        };
}
