using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Tests.Results;

namespace Simulator.Scenarios.Tests;

/// <summary>A subnet under a rule of the chain's past: it says so wherever its numbers stand.</summary>
public sealed class ApproximateScenarioTests
{
    private const string Text = """
        schema: sim/v1
        name: tiny
        seed: 3
        epochs: 3
        task: digits
        subnet: { max_allowed_uids: 64, yuma3_enabled: false }
        validators:
          - { name: large, count: 1, strategy: honest, stake: 3000 alpha }
          - { name: small, count: 2, strategy: honest, stake: 1000 alpha }
        miners:
          - { name: able, count: 2, hidden: 16, compute: 4 MFLOP }
          - { name: guessers, count: 2, strategy: random }

        """;

    public static TheoryData<string> Rules => [.. Catalog.ApproximateRules.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_output_carries_the_caution(string rule)
    {
        RunResult run = Run($"approximate_rule: {rule}");

        string caution = $"double, {rule}: approximate, no reference";
        Assert.Equal(caution, run.Arithmetic);
        Manifest manifest = Manifest.Of(run, [], SampleRun.Times);
        Assert.Contains(
            $"\"arithmetic\": \"{caution}\"",
            ManifestText.Of(manifest),
            StringComparison.Ordinal
        );
        Assert.Equal(caution, ManifestReader.Read(ManifestText.Of(manifest)).Arithmetic);
        string page = RunReport.Html(run);
        Assert.Contains(
            $"<p class=\"note\">Consensus is not the chain&#39;s: {caution}.</p>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains($"<dt>arithmetic</dt><dd>{caution}</dd>", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_decides_what_the_subnet_pays(string rule)
    {
        RunResult today = Run("");
        RunResult past = Run($"approximate_rule: {rule}");

        Assert.Equal("chain", today.Arithmetic);
        Assert.NotEqual(today.Digest, past.Digest);
        Assert.NotEqual(today.PlanHash, past.PlanHash);
        Assert.Equal(past.Digest, Run($"approximate_rule: {rule}").Digest);
    }

    [Fact]
    public void A_scenario_reads_back_with_its_rule_and_without_one_has_no_such_key()
    {
        Scenario scenario = ScenarioFile.Parse(Text + "approximate_rule: yuma1-sigmoid\n");

        Assert.Same(ApproximateRule.Yuma1Sigmoid, scenario.World.ApproximateRule);
        Assert.Equal("yuma1-sigmoid", (string?)scenario.Resolved["approximate_rule"]);
        Assert.False(ScenarioFile.Parse(Text).Resolved.ContainsKey("approximate_rule"));
    }

    [Theory]
    [InlineData("approximate_rule: yuma1", "approximate_rule: 'yuma1' is not an approximate rule")]
    [InlineData(
        "approximate_rule: yuma2-liquid-v1",
        "subnet.alpha_low: 52428 (0.8) is above alpha_high, which is 45874 (0.69999)"
    )]
    public void A_rule_that_is_none_and_bounds_that_contradict_each_other_are_mistakes(
        string more,
        string problem
    )
    {
        string text = Text.Replace(
            "yuma3_enabled: false",
            "yuma3_enabled: false, alpha_low: 0.8, alpha_high: 0.7",
            StringComparison.Ordinal
        );

        ScenarioException mistakes = Assert.Throws<ScenarioException>(() => ScenarioFile.Parse(text + more));

        Assert.Contains(problem, mistakes.Message, StringComparison.Ordinal);
    }

    private static RunResult Run(string more) =>
        Runner.Run(ScenarioFile.Parse(Text + more + "\n"), cancel: TestContext.Current.CancellationToken);
}
