using System.Collections.Immutable;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios;

/// <summary>Runs a scenario and says how it went.</summary>
public static class Runner
{
    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="threads">Threads that training, a retention map or a replay may use, at least 1; the result is the same for any number.</param>
    /// <param name="recordWeights">Whether weights and bonds of every epoch are kept, not only of the last one; in a replay, of every pair, not only the foremost.</param>
    /// <param name="progress">Is told the number of whole epochs after each of them.</param>
    /// <param name="executions">Where epochs are computed; on the processor if left out. The tables are the same anywhere.</param>
    /// <param name="cancel">Stops the run; its result then ends at the last whole epoch.</param>
    public static RunResult Run(
        Scenario scenario,
        int threads = 1,
        bool recordWeights = false,
        IProgress<int>? progress = null,
        EpochExecutions? executions = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        using EpochExecutions own = new(Backend.Cpu);
        executions ??= own;
        if (scenario.Retention is { } retention)
        {
            return RetentionRun.Run(scenario, retention, threads, progress, executions, cancel);
        }
        if (scenario.Replay is { } replay)
        {
            return ReplayRun.Run(scenario, replay, threads, recordWeights, progress, cancel);
        }
        using RunRecorder recorder = new(scenario.World, recordWeights);
        Simulation simulation = new(
            scenario.World,
            scenario.Seed,
            [.. recorder.Observers, new EpochProgress(progress)],
            threads,
            executions.New()
        );
        simulation.Run(cancel);
        RunStatus status =
            simulation.Epochs == scenario.World.Epochs ? RunStatus.Complete : RunStatus.Partial;
        return new()
        {
            Scenario = scenario.Name,
            Question = scenario.Question,
            Seed = scenario.Seed,
            Plan = scenario.Resolved,
            PlanHash = scenario.PlanHash,
            Status = status,
            Epochs = simulation.Epochs,
            Execution = scenario.World.ApproximateRule is null ? executions.Name : "cpu",
            Arithmetic = scenario.World.ApproximateRule is { } rule
                ? $"double, {rule.Title}"
                : Manifest.ChainArithmetic,
            Digest = recorder.Digest,
            Tables = recorder.Tables,
            Metrics = [.. Headlines(scenario.World, recorder)],
            Expectations = ExpectationCheck.Of(scenario, recorder, status),
        };
    }

    /// <summary>Every metric of the whole subnet, and of each group whose role has it.</summary>
    private static IEnumerable<MetricValue> Headlines(WorldPlan world, RunRecorder recorder)
    {
        ImmutableArray<string> validators = [.. world.Validators.Select(g => g.Name)],
            miners =
            [.. world.Miners.Select(g => g.Name), .. (world.Arrivals?.Groups ?? []).Select(g => g.Name)];
        return from metric in MetricCatalog.All
            from of in metric.Role switch
            {
                null => [""],
                "validator" => validators.Insert(0, ""),
                _ => miners.Insert(0, ""),
            }
            let series = MetricSeries.Of(
                metric,
                recorder.Epochs,
                recorder.Neurons,
                of.Length == 0 ? null : of
            )
            select new MetricValue(metric.Name, of, series.Last, series.Mean, metric.Unit);
    }

    private sealed class EpochProgress(IProgress<int>? progress) : IObserver
    {
        public void OnEpoch(EpochSnapshot epoch) => progress?.Report((int)epoch.Epoch);
    }
}
