using System.Collections.Immutable;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios;

/// <summary>The world of a scenario, ready to run, with all that is recorded of it.</summary>
internal sealed class RecordedRun : IDisposable
{
    private readonly Scenario _scenario;
    private readonly RunRecorder _recorder;
    private readonly EpochExecutions _executions;

    /// <summary>Founds the world.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="threads">Threads that its miners' work may use.</param>
    /// <param name="recordWeights">Whether weights and bonds of every epoch are kept, not only of the last one.</param>
    /// <param name="progress">Is told the number of whole epochs after each of them.</param>
    /// <param name="executions">Where epochs are computed.</param>
    public RecordedRun(
        Scenario scenario,
        int threads,
        bool recordWeights,
        IProgress<int>? progress,
        EpochExecutions executions
    )
    {
        if (!scenario.External.IsEmpty && scenario.ExternalModels is null)
        {
            throw new ExternalException(
                $"{scenario.Name} asks models outside the simulator; agree with Scenario.With(ExternalModels.Live(scenario))"
            );
        }
        (_scenario, _executions) = (scenario, executions);
        _recorder = new(scenario.World, recordWeights);
        Simulation = new(
            scenario.World,
            scenario.Seed,
            [.. _recorder.Observers, new EpochProgress(progress)],
            // What is outside is asked one thing at a time, in one order.
            scenario.External.IsEmpty
                ? threads
                : 1,
            executions.New()
        );
    }

    /// <summary>The run.</summary>
    public Simulation Simulation { get; }

    /// <summary>What it found out so far.</summary>
    public RunResult Result()
    {
        RunStatus status =
            Simulation.Epochs == _scenario.World.Epochs ? RunStatus.Complete : RunStatus.Partial;
        return new()
        {
            Scenario = _scenario.Name,
            Question = _scenario.Question,
            Seed = _scenario.Seed,
            Plan = _scenario.Resolved,
            PlanHash = _scenario.PlanHash,
            Status = status,
            Epochs = Simulation.Epochs,
            Execution =
                (_scenario.World.ApproximateRule is null ? _executions.Name : "cpu")
                + (_scenario.HasOnnxModels ? RunResult.OnnxCaution : ""),
            Arithmetic = _scenario.World.ApproximateRule is { } rule
                ? $"double, {rule.Title}"
                : Manifest.ChainArithmetic,
            Fidelity = _scenario.World.Fidelity.Title,
            Digest = _recorder.Digest,
            Tables = [.. _recorder.Tables, .. Examples()],
            Metrics = [.. Headlines(_scenario.World, _recorder)],
            Expectations = ExpectationCheck.Of(_scenario, _recorder, status),
            ExternalAnswers = _scenario.ExternalModels?.Recorded,
        };
    }

    private IEnumerable<Table> Examples()
    {
        Table examples = ExampleTable.Of(Simulation.Epochs == 0 ? [] : Simulation.Examples());
        return examples.Rows > 0 ? [examples] : [];
    }

    /// <inheritdoc/>
    public void Dispose() => _recorder.Dispose();

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
