using Simulator.Core.Metrics;
using Simulator.Core.Units;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Tests.Results;

namespace Simulator.Scenarios.Tests.Studies;

/// <summary>A scenario that is a retention map: its file, its run, its result and its page.</summary>
public sealed class RetentionScenarioTests
{
    private const string Small = """
        schema: sim/v1
        name: papers/small
        question: How much?
        seed: 5
        retention:
          honest_stakes: [0.6, 0.7]
          honest_steps: 5
          cabal_steps: 2
          nodes: 40
          validators: 10
          stake_sigma: 0.2
          sigma: 0.1
          kappa: 0.55
          beta: 0.25
          xi: 0.4
          draws: 2
          published: [{ stake: 0.7, utility: 0.7, within: 0.25 }, { stake: 0.6, utility: 0.1 }]

        """;

    private static readonly Lazy<RunResult> Run = new(() => RunOf(ScenarioFile.Parse(Small)));

    [Fact]
    public void Every_key_reaches_the_plan()
    {
        Scenario scenario = ScenarioFile.Parse(Small);

        Assert.Equal(
            new()
            {
                HonestStakes = scenario.Retention!.HonestStakes,
                HonestUtilities = scenario.Retention.HonestUtilities,
                CabalUtilities = scenario.Retention.CabalUtilities,
                Nodes = 40,
                Validators = 10,
                StakeDeviation = 0.2,
                WeightDeviation = 0.1,
                Kappa = PerU16.OfShare(0.55m),
                BondsPenalty = PerU16.OfShare(0.25m),
                ValidatorShare = 0.4,
                Draws = 2,
            },
            scenario.Retention
        );
        Assert.Equal([0.6, 0.7], scenario.Retention.HonestStakes);
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1], scenario.Retention.HonestUtilities);
        Assert.Equal([0, 0.5, 1], scenario.Retention.CabalUtilities);
        Assert.Equal([new(0.7, 0.7, 0.25), new(0.6, 0.1, 0.015)], scenario.Published);
        Assert.Equal(2 * 2 * 6 * 3, scenario.Epochs);
    }

    [Fact]
    public void A_resolved_map_reads_back_as_itself_and_has_no_key_of_a_world()
    {
        Scenario scenario = ScenarioFile.Parse(Small);

        Assert.Equal(scenario.PlanHash, ScenarioFile.Parse(scenario.Resolved.ToJsonString()).PlanHash);
        Assert.Equal(
            ["schema", "name", "question", "seed", "retention"],
            scenario.Resolved.Select(entry => entry.Key)
        );
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        ScenarioException found = Assert.Throws<ScenarioException>(() =>
            ScenarioFile.Parse(
                """
                schema: sim/v1
                name: wrong
                epochs: 3
                retention:
                  honest_stakes: [0.6, 1.5]
                  sigma: -1
                  draws: 0
                  published: [{ stake: 0.55, utility: 0.7 }]
                """
            )
        );

        Assert.Equal(
            [
                "scenario(3,9): error: epochs: describes a world, and 'retention' stands in place of one; remove one of them",
                "scenario(5,24): error: retention.honest_stakes[1]: 1.5 is not in (0, 1)",
                "scenario(6,10): error: retention.sigma: -1 is not in [0, 10]",
                "scenario(7,10): error: retention.draws: 0 is not in [1, 10000]",
                "scenario(8,24): error: retention.published[0].stake: 0.55 is not one of 'honest_stakes'",
            ],
            found.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public void A_run_fills_all_tables_and_compares_with_what_was_published()
    {
        RunResult result = Run.Value;

        Assert.Equal((RunStatus.Complete, 72), (result.Status, result.Epochs));
        Assert.Equal(
            [("retention", 2), ("retention_lines", 6), ("retention_cells", 72)],
            result.Tables.Select(table => (table.Name, table.Rows))
        );
        Assert.Equal([Outcome.Met, Outcome.Missed], result.Expectations.Select(e => e.Outcome));
        Assert.Equal(
            "needed_utility at stake 0.7 within 0.25 of the published 0.7",
            result.Expectations[0].Text
        );
        Assert.Equal(["stake 0.6", "stake 0.7"], result.Metrics.Select(metric => metric.Of));
        Assert.Equal(
            result["retention"]["needed_utility"].Values<double>().ToArray(),
            result.Metrics.Select(metric => metric.Mean)
        );
    }

    [Fact]
    public void A_line_begins_where_the_cells_reach_the_stake()
    {
        Table lines = Run.Value["retention_lines"],
            needs = Run.Value["retention"];
        double[] ofFirst = [.. lines["needed_utility"].Values<double>()[..3]];

        Assert.Equal([0, 0.5, 1], lines["cabal_utility"].Values<double>()[..3].ToArray());
        Assert.InRange(ofFirst.Max(), 0, needs["needed_utility"].Values<double>()[0]);
        Assert.All(
            Enumerable.Range(0, needs.Rows),
            row =>
                Assert.InRange(
                    needs["needed_utility"].Values<double>()[row],
                    needs["low"].Values<double>()[row],
                    needs["high"].Values<double>()[row]
                )
        );
    }

    [Fact]
    public void The_number_of_threads_changes_no_digest() =>
        Assert.Equal(
            Run.Value.Digest,
            Runner.Run(ScenarioFile.Parse(Small), 3, cancel: TestContext.Current.CancellationToken).Digest
        );

    [Fact]
    public void A_stopped_map_has_no_numbers_and_says_so()
    {
        RunResult result = Runner.Run(
            ScenarioFile.Parse(Small),
            cancel: new CancellationToken(canceled: true)
        );

        Assert.Equal((RunStatus.Partial, 0), (result.Status, result.Epochs));
        Assert.All(result.Tables, table => Assert.Equal(0, table.Rows));
        Assert.All(result.Expectations, e => Assert.Equal(Outcome.Skipped, e.Outcome));
        Assert.Contains("The run was interrupted", RunReport.Html(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_stored_map_is_read_back_with_the_same_page(bool stopped)
    {
        RunResult result = stopped
            ? Runner.Run(ScenarioFile.Parse(Small), cancel: new CancellationToken(canceled: true))
            : Run.Value;
        string folder = Directory.CreateTempSubdirectory("sim-retention-").FullName;
        try
        {
            ResultStore.Write(folder, result, SampleRun.Times, new() { Force = true });
            Assert.Equal(RunReport.Html(result), RunReport.Html(ResultStore.Read(folder).Result));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_page_shows_the_lines_and_the_utility_needed()
    {
        string page = RunReport.Html(Run.Value);

        Assert.Contains("<h1>papers/small</h1>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"chart-retention-lines\"", page, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"60% of stake\"", page, StringComparison.Ordinal);
        Assert.Contains("<td>70.00%</td>", page, StringComparison.Ordinal);
        Assert.Contains("sim run papers/small --seed 5", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_number_is_missed_when_weights_do_not_scatter()
    {
        string[] sets = ["retention.sigma=0", "retention.honest_stakes=[0.6]", "retention.draws=1"];
        RunResult result = RunOf(ScenarioFile.Load("papers/retention-map", sets));

        Assert.Equal([Outcome.Missed, Outcome.Skipped], result.Expectations.Select(e => e.Outcome));
        Assert.Equal(0.6, result["retention"]["needed_utility"].Values<double>()[0], 0.015);
    }

    [Fact]
    public void A_folder_of_results_has_no_folders_inside_its_name() =>
        Assert.Equal(
            Path.Combine("runs", "papers-small-5-0123abcd"),
            ResultStore.DefaultFolder("papers/small", 5, "0123abcdef")
        );

    private static RunResult RunOf(Scenario scenario) =>
        Runner.Run(scenario, cancel: TestContext.Current.CancellationToken);
}
