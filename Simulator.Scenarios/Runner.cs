using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies;

namespace Simulator.Scenarios;

/// <summary>Runs a scenario and says how it went.</summary>
public static class Runner
{
    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="threads">Threads that training, or a retention map, may use, at least 1; the result is the same for any number.</param>
    /// <param name="recordWeights">Whether weights and bonds of every epoch are kept, not only of the last one.</param>
    /// <param name="progress">Is told the number of whole epochs after each of them.</param>
    /// <param name="cancel">Stops the run; its result then ends at the last whole epoch.</param>
    public static RunResult Run(
        Scenario scenario,
        int threads = 1,
        bool recordWeights = false,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Retention is { } retention)
        {
            return RetentionRun.Run(scenario, retention, threads, progress, cancel);
        }
        using RecordedRun run = new(scenario, threads, recordWeights, progress);
        run.Simulation.Run(cancel);
        return run.Result();
    }
}
