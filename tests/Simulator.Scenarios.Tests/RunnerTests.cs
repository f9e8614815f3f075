using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests;

public sealed class RunnerTests
{
    private const string Text = """
        schema: sim/v1
        name: tiny
        seed: 3
        epochs: 3
        task: digits
        subnet: { max_allowed_uids: 64 }
        validators:
          - { name: validators, count: 2, strategy: honest, stake: 1000 alpha }
        miners:
          - { name: able, count: 2, hidden: 16, compute: 4 MFLOP }
          - { name: guessers, count: 1, strategy: random }

        """;

    [Fact]
    public void A_run_tells_its_progress_and_gives_its_tables_and_headlines()
    {
        Steps steps = new();
        RunResult run = Runner.Run(
            ScenarioFile.Parse(Text),
            progress: steps,
            cancel: TestContext.Current.CancellationToken
        );
        Assert.Equal([1, 2, 3], steps.Epochs);
        Assert.Equal(RunStatus.Complete, run.Status);
        Assert.Equal(3, run.Epochs);
        Assert.Equal(["epochs", "neurons", "events", "weights", "examples"], run.Tables.Select(t => t.Name));
        Assert.Equal(
            ["", "able", "guessers"],
            run.Metrics.Where(m => m.Metric == "incentive_share").Select(m => m.Of)
        );
        Assert.Equal(["", "validators"], run.Metrics.Where(m => m.Metric == "vtrust").Select(m => m.Of));
    }

    [Fact]
    public void Expectations_are_met_or_missed_by_what_was_found()
    {
        RunResult run = Run(
            """
            expect:
              - { metric: incentive_share, of: able, at: last, min: 0.9 }
              - { metric: incentive_share, of: guessers, at: mean, min: 0.9 }
              - { metric: model_quality, of: guessers, at: last, min: 0 }
            """
        );
        Assert.Equal([Outcome.Met, Outcome.Missed, Outcome.Missed], run.Expectations.Select(e => e.Outcome));
        Assert.Equal("incentive_share of able at last ≥ 0.9", run.Expectations[0].Text);
        Assert.Equal("NaN", run.Expectations[2].Found);
    }

    [Fact]
    public void A_digest_is_compared_for_the_scenario_as_it_is_shipped_only()
    {
        string digest = Run("").Digest;
        string wrong = new('0', 64);
        Assert.Equal(Outcome.Met, Run($"digest: {digest}").Expectations.Single().Outcome);
        ExpectationOutcome missed = Run($"digest: \"{wrong}\"").Expectations.Single();
        Assert.Equal(Outcome.Missed, missed.Outcome);
        Assert.Equal("digest 000000000000…", missed.Text);
        Assert.Equal(
            $"{digest[..12]}…; a scenario that was changed has no use for its old digest: remove it",
            missed.Found
        );
    }

    [Fact]
    public void An_interrupted_run_is_partial_and_is_held_to_nothing()
    {
        using CancellationTokenSource source = new();
        RunResult run = Runner.Run(
            ScenarioFile.Parse(Text + "expect: [{ metric: neurons, at: last, min: 100 }]"),
            progress: new Steps { After = (2, source) },
            cancel: source.Token
        );
        Assert.Equal(RunStatus.Partial, run.Status);
        Assert.Equal(2, run.Epochs);
        Assert.Equal(Outcome.Skipped, run.Expectations.Single().Outcome);
        Assert.Equal("the run was interrupted", run.Expectations.Single().Found);
    }

    private static RunResult Run(string more) => Runner.Run(ScenarioFile.Parse(Text + more));

    private sealed class Steps : IProgress<int>
    {
        public List<int> Epochs { get; } = [];

        public (int Epoch, CancellationTokenSource Source)? After { get; init; }

        public void Report(int value)
        {
            Epochs.Add(value);
            if (value == After?.Epoch)
            {
                After.Value.Source.Cancel();
            }
        }
    }
}
