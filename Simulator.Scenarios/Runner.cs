using Simulator.Core.Consensus.Execution;
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
        using RecordedRun run = new(scenario, threads, recordWeights, progress, executions);
        run.Simulation.Run(cancel);
        return run.Result();
    }
}
