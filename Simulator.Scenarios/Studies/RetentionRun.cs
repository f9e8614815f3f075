using System.Collections.Immutable;
using System.Globalization;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Metrics;
using Simulator.Core.Studies;
using Simulator.Core.Studies.Retention;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Studies;

/// <summary>Computes the retention map of a scenario; every cell of it is one epoch.</summary>
internal static class RetentionRun
{
    /// <summary>Runs it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">Its map.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="progress">Is told the epochs done.</param>
    /// <param name="executions">Where they are computed.</param>
    /// <param name="cancel">Stops the run; its result then has no epochs, since a part of a map says nothing.</param>
    public static RunResult Run(
        Scenario scenario,
        RetentionPlan plan,
        int threads,
        IProgress<int>? progress,
        EpochExecutions executions,
        CancellationToken cancel
    )
    {
        try
        {
            RetentionMap map = RetentionMap.Of(plan, scenario.Seed, threads, progress, executions, cancel);
            RetentionStatistic[] statistics =
            [
                .. Enumerable.Range(0, plan.HonestStakes.Length).Select(map.Statistic),
            ];
            return ResultOf(scenario, RunStatus.Complete, map.Digest(), RetentionTables.Of(map)) with
            {
                Execution = executions.Name,
                Epochs = scenario.Epochs,
                Metrics = [.. statistics.Select(Metric)],
                Expectations = Expectations(scenario, map.Digest(), statistics),
            };
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ResultOf(scenario, RunStatus.Partial, "", RetentionTables.Empty()) with
            {
                Execution = executions.Name,
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
            Tables = [.. tables],
            Metrics = [],
        };

    private static MetricValue Metric(RetentionStatistic statistic) =>
        new(
            "needed_utility",
            string.Create(CultureInfo.InvariantCulture, $"stake {statistic.HonestStake}"),
            statistic.NeededUtility.Mean,
            statistic.NeededUtility.Mean,
            "share"
        );

    private static ImmutableArray<ExpectationOutcome> Expectations(
        Scenario scenario,
        string digest,
        RetentionStatistic[]? statistics
    )
    {
        RunStatus status = statistics is null ? RunStatus.Partial : RunStatus.Complete;
        IEnumerable<ExpectationOutcome> outcomes = scenario.Published.Select(published =>
            statistics is null
                ? new ExpectationOutcome(published.ToString(), "the run was interrupted", Outcome.Skipped)
                : Compared(
                    published,
                    statistics.First(s => s.HonestStake == published.HonestStake).NeededUtility
                )
        );
        return scenario.Digest is { } expected
            ? [.. outcomes, ExpectationCheck.OfDigest(expected, scenario.IsAsShipped, digest, status)]
            : [.. outcomes];
    }

    private static ExpectationOutcome Compared(PublishedUtility published, MeanInterval found) =>
        new(
            published.ToString(),
            found.Draws > 1
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Mean:0.0000} ± {found.HalfWidth:0.0000} over {found.Draws} draws"
                )
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Mean:0.0000} from one draw, which has no interval"
                ),
            published.IsMetBy(found) ? Outcome.Met : Outcome.Missed
        );
}
