using System.Collections.Immutable;
using System.Globalization;
using Simulator.Core.Metrics;
using Simulator.Core.Studies.Replays;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Studies.Replays;

/// <summary>Runs the replay of a scenario.</summary>
internal static class ReplayRun
{
    /// <summary>Runs it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">Its replay.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="everyBond">Whether all bonds are kept, not only those of the foremost.</param>
    /// <param name="progress">Is told the epochs done.</param>
    /// <param name="cancel">Stops the run; its result then has no epochs, since variants would end at different ones.</param>
    public static RunResult Run(
        Scenario scenario,
        ReplayPlan plan,
        int threads,
        bool everyBond,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        try
        {
            Replay replay = Replay.Of(plan, threads, everyBond, progress, cancel);
            string digest = replay.Digest();
            return ResultOf(scenario, RunStatus.Complete, digest, ReplayTables.Of(replay)) with
            {
                Epochs = plan.Epochs,
                Metrics = [.. Metrics(replay)],
                Expectations = Expectations(scenario, digest, replay),
            };
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ResultOf(scenario, RunStatus.Partial, "", ReplayTables.Empty()) with
            {
                Expectations = Expectations(scenario, "", null),
            };
        }
    }

    private static RunResult ResultOf(Scenario scenario, RunStatus status, string digest, Table[] tables) =>
        new()
        {
            Scenario = scenario.Name,
            Question = scenario.Question,
            Seed = scenario.Seed,
            Plan = scenario.Resolved,
            PlanHash = scenario.PlanHash,
            Status = status,
            Epochs = 0,
            Digest = digest,
            Arithmetic = string.Join(
                " and ",
                scenario
                    .Replay!.Variants.Select(variant => variant.Rule.Arithmetic)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            ),
            Tables = [.. tables],
            Metrics = [],
        };

    /// <summary>Every metric of the foremost validators and miners; the tables have those of all.</summary>
    private static IEnumerable<MetricValue> Metrics(Replay replay)
    {
        ReplayFocus focus = ReplayFocus.Of(replay.Plan.Series);
        return from track in replay.Tracks
            from metric in ReplayMetric.All
            from subject in metric.IsOfMiners ? focus.Miners : focus.Validators
            let name = Names(replay.Plan.Series, metric)[subject]
            let value = metric.Of(track, subject)
            select new MetricValue(
                metric.Name,
                $"{name} · {track.Variant.Label}",
                value.Last,
                value.Mean,
                metric.Unit
            );
    }

    private static ImmutableArray<ExpectationOutcome> Expectations(
        Scenario scenario,
        string digest,
        Replay? replay
    )
    {
        RunStatus status = replay is null ? RunStatus.Partial : RunStatus.Complete;
        IEnumerable<ExpectationOutcome> outcomes = scenario.ReplayExpect.Select(expected =>
            replay is null
                ? new ExpectationOutcome(expected.ToString(), "the run was interrupted", Outcome.Skipped)
                : Compared(expected, replay)
        );
        return scenario.Digest is { } shipped
            ? [.. outcomes, ExpectationCheck.OfDigest(shipped, scenario.IsAsShipped, digest, status)]
            : [.. outcomes];
    }

    private static ExpectationOutcome Compared(ReplayExpectation expected, Replay replay)
    {
        ReplayTrack track = replay.Tracks.First(track => track.Variant.Label == expected.Variant);
        (double last, double mean) = expected.Metric.Of(
            track,
            Names(replay.Plan.Series, expected.Metric).IndexOf(expected.Of)
        );
        double found = expected.At == Moment.Last ? last : mean;
        string note = track.Variant.Note;
        string value = found.ToString("0.######", CultureInfo.InvariantCulture);
        return new(
            expected.ToString(),
            note.Length == 0 ? value : $"{value} ({note})",
            expected.IsMetBy(found) ? Outcome.Met : Outcome.Missed
        );
    }

    private static ImmutableArray<string> Names(ReplaySeries series, ReplayMetric metric) =>
        metric.IsOfMiners ? series.Miners : series.Validators;
}
