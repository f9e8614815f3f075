using System.Collections.Immutable;
using Simulator.Core.Agents;
using Simulator.Core.Studies;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests;

public sealed class SeedRunnerTests
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

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Seeds_together_are_what_they_are_alone(int threads)
    {
        Scenario[] seeds = Seeds(5);
        Steps steps = new();
        ImmutableArray<SeedOutcome> outcomes = SeedRunner.Run(
            seeds,
            threads,
            progress: steps,
            cancel: TestContext.Current.CancellationToken
        );
        Assert.Equal(Enumerable.Range(1, 15), steps.Epochs);
        Assert.Equal(
            seeds.Select(s => Runner.Run(s, cancel: TestContext.Current.CancellationToken).Digest),
            outcomes.Select(o => o.Result!.Digest)
        );
        Assert.Equal(5, outcomes.Select(o => o.Result!.Digest).Distinct().Count());
    }

    [Fact]
    public void Stopped_seeds_are_partial()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        ImmutableArray<SeedOutcome> outcomes = SeedRunner.Run(Seeds(2), cancel: source.Token);
        Assert.All(outcomes, o => Assert.Equal((RunStatus.Partial, 0), (o.Result!.Status, o.Result.Epochs)));
    }

    [Fact]
    public void A_seed_that_fails_is_named_and_the_others_have_results()
    {
        Scenario[] seeds = Seeds(3);
        seeds[1] = seeds[1] with { World = seeds[1].World.WithMiners(1, _ => new Clumsy()) };
        ImmutableArray<SeedOutcome> outcomes = SeedRunner.Run(
            seeds,
            cancel: TestContext.Current.CancellationToken
        );
        Assert.Equal([true, false, true], outcomes.Select(o => o.Result is { Epochs: 3 }));
        Assert.Equal([3UL, 4UL, 5UL], outcomes.Select(o => o.Seed));
        Assert.Equal("block 0, netuid 1, uid 5: NotSupportedException: Never.", outcomes[1].Fault!.Message);
    }

    [Fact]
    public void A_retention_map_is_no_member()
    {
        Scenario map = ScenarioFile.Load("papers/retention-map", []);
        Assert.Throws<ArgumentException>(() =>
            SeedRunner.Run([map], cancel: TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void Metrics_over_seeds_leave_out_who_has_no_value()
    {
        RunResult[] runs =
        [
            .. new[] { 1, double.NaN, 3 }.Select(value =>
                Runner.Run(Seeds(1)[0], cancel: TestContext.Current.CancellationToken) with
                {
                    Metrics = [new("a", "", value, 2, "share"), new("b", "", double.NaN, 2, "share")],
                }
            ),
        ];
        ImmutableArray<SeedMetric> metrics = SeedMetric.Over(runs);
        Assert.Equal(MeanInterval.Of([1, 3]), metrics[0].Last);
        Assert.Equal(MeanInterval.Of([2, 2, 2]), metrics[0].Mean);
        Assert.Equal((double.NaN, 0), (metrics[1].Last.Mean, metrics[1].Last.Draws));
    }

    private static Scenario[] Seeds(int count) =>
        [.. Enumerable.Range(0, count).Select(k => ScenarioFile.Parse(Text) with { Seed = 3 + (ulong)k })];

    private sealed class Clumsy : IMiner
    {
        public string Strategy => "clumsy";

        public void Work() => throw new NotSupportedException("Never.");

        public Reply Answer(IQuestion question, IPeers peers) => new(NoAnswer.Instance, 0);
    }

    private sealed class Steps : IProgress<int>
    {
        public List<int> Epochs { get; } = [];

        public void Report(int value) => Epochs.Add(value);
    }
}
