using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Tests.Results;

namespace Simulator.Scenarios.Tests;

/// <summary>A market of which only a sample of rounds is real: it is close to the whole one, and says so wherever its numbers
/// stand.</summary>
public sealed class FidelityScenarioTests
{
    private const string Text = """
        schema: sim/v1
        name: tiny
        seed: 3
        epochs: 10
        task: digits
        subnet: { max_allowed_uids: 64 }
        queries: { questions: 32, pool: 128, measured: 200 }
        validators:
          - { name: validators, count: 2, strategy: honest, stake: 1000 alpha }
        miners:
          - { name: able, count: 4, hidden: 16, data_share: [0.1, 0.5], compute: 8 MFLOP }
          - { name: weak, count: 4, hidden: 8, data_share: 0.1, label_noise: 0.2, compute: 4 MFLOP }
          - { name: guessers, count: 2, strategy: random }

        """;

    [Fact]
    public void Every_output_says_how_much_was_asked()
    {
        const string Title = "sampled: one round in 5 is real";
        RunResult run = Run("fidelity: { sampled: 5 }");

        Assert.Equal(Title, run.Fidelity);
        string manifest = ManifestText.Of(Manifest.Of(run, [], SampleRun.Times));
        Assert.Contains($"\"fidelity\": \"{Title}\"", manifest, StringComparison.Ordinal);
        Assert.Equal(Title, ManifestReader.Read(manifest).Fidelity);
        string page = RunReport.Html(run);
        Assert.Contains(
            $"<p class=\"note\">Not everything was asked: fidelity {Title}.</p>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains($"<dt>fidelity</dt><dd>{Title}</dd>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fidelity: full")]
    [InlineData("fidelity: { sampled: 1 }")]
    public void Every_round_is_real_unless_the_scenario_says_otherwise(string key)
    {
        RunResult without = Run(""),
            full = Run(key);

        Assert.Equal("full", full.Fidelity);
        Assert.Equal((without.PlanHash, without.Digest), (full.PlanHash, full.Digest));
        Assert.DoesNotContain("Not everything", RunReport.Html(full), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_of_rounds_pays_nearly_what_all_rounds_pay()
    {
        RunResult full = Run(""),
            sampled = Run("fidelity: { sampled: 5 }");

        Assert.NotEqual(full.PlanHash, sampled.PlanHash);
        foreach (string group in new[] { "able", "weak", "guessers" })
        {
            Assert.Equal(Last(full, "incentive_share", group), Last(sampled, "incentive_share", group), 0.05);
        }
        Assert.InRange(Last(full, "incentive_share", "able"), 0.4, 0.95);
        // What is learned does not hang on what is asked: at the last epoch every model is measured, and is the same.
        Assert.Equal(Last(full, "model_quality", "able"), Last(sampled, "model_quality", "able"));
        Assert.InRange(Asked(sampled) / (double)Asked(full), 0.15, 0.25);
    }

    [Fact]
    public void A_scenario_reads_back_with_its_sample_and_without_one_has_no_such_key()
    {
        Scenario scenario = ScenarioFile.Parse(Text + "fidelity: { sampled: 5 }\n");

        Assert.Equal(new FidelityPlan { Sampled = 5 }, scenario.World.Fidelity);
        Assert.Equal("{\"sampled\":5}", scenario.Resolved["fidelity"]!.ToJsonString());
        Assert.False(ScenarioFile.Parse(Text).Resolved.ContainsKey("fidelity"));
    }

    private static double Last(RunResult run, string metric, string of) =>
        run.Metrics.Single(m => m.Metric == metric && m.Of == of).Last;

    /// <summary>Questions that miners really answered.</summary>
    private static long Asked(RunResult run)
    {
        Table neurons = run["neurons"];
        ReadOnlySpan<string> roles = neurons["role"].Values<string>();
        ReadOnlySpan<long> asked = neurons["asked"].Values<long>();
        long sum = 0;
        for (int row = 0; row < neurons.Rows; row++)
        {
            sum += roles[row] == "miner" ? asked[row] : 0;
        }
        return sum;
    }

    private static RunResult Run(string more) =>
        Runner.Run(ScenarioFile.Parse(Text + more + "\n"), cancel: TestContext.Current.CancellationToken);
}
