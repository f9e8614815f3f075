using System.Collections.Immutable;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Engine;

namespace Simulator.Scenarios;

/// <summary>Runs scenarios, such as the seeds of one, as an ensemble.</summary>
public static class SeedRunner
{
    /// <summary>Runs scenarios together; each comes out as it does alone.</summary>
    /// <param name="scenarios">The scenarios; each a world, none a study.</param>
    /// <param name="threads">Threads that runs are spread over, at least 1; the results are the same for any number.</param>
    /// <param name="recordWeights">Whether weights and bonds of every epoch are kept, not only of the last one.</param>
    /// <param name="progress">Is told the number of whole epochs of all runs: in rising order, by one thread at a time.</param>
    /// <param name="backend">What computes the epochs.</param>
    /// <param name="cancel">Stops all runs; their results then end at the last whole epoch.</param>
    /// <returns>How each came out, in the order of the scenarios.</returns>
    /// <exception cref="ArgumentException">A scenario is a study.</exception>
    public static ImmutableArray<SeedOutcome> Run(
        IReadOnlyList<Scenario> scenarios,
        int threads = 1,
        bool recordWeights = false,
        IProgress<int>? progress = null,
        Backend backend = Backend.Cpu,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        if (scenarios.FirstOrDefault(s => s.Retention is not null || s.Replay is not null) is { } study)
        {
            throw new ArgumentException(
                $"{study.Name} is a study, which no ensemble runs.",
                nameof(scenarios)
            );
        }
        SharedProgress shared = new(progress);
        using EpochExecutions alone = new(Backend.Cpu);
        RecordedRun[] runs =
        [
            .. scenarios.Select(s => new RecordedRun(s, threads: 1, recordWeights, shared, alone)),
        ];
        try
        {
            Exception?[] faults = Run(
                new Ensemble([.. runs.Select(run => run.Simulation)], threads, backend),
                runs.Length,
                cancel
            );
            return
            [
                .. runs.Select(
                    (run, k) =>
                        new SeedOutcome(
                            run.Simulation.Seed,
                            faults[k] is null ? run.Result() : null,
                            faults[k]
                        )
                ),
            ];
        }
        finally
        {
            Array.ForEach(runs, run => run.Dispose());
        }
    }

    /// <summary>Runs the ensemble.</summary>
    /// <returns>Why each member failed; null for those that did not.</returns>
    private static Exception?[] Run(Ensemble ensemble, int members, CancellationToken cancel)
    {
        Exception?[] faults = new Exception?[members];
        try
        {
            ensemble.Run(cancel);
        }
        catch (EnsembleException e)
        {
            foreach (MemberFault fault in e.Faults)
            {
                faults[fault.Member] = fault.Cause;
            }
        }
        return faults;
    }

    /// <summary>Counts the epochs of all runs.</summary>
    private sealed class SharedProgress(IProgress<int>? progress) : IProgress<int>
    {
        private readonly Lock _telling = new();
        private int _done;

        public void Report(int value)
        {
            lock (_telling)
            {
                progress?.Report(++_done);
            }
        }
    }
}
