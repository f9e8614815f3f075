using System.Runtime.ExceptionServices;
using Simulator.Core.Chain.Blocks;
using Simulator.Core.Consensus.Execution.Batches;

namespace Simulator.Core.Engine;

/// <summary>One run of an ensemble, and how it is doing.</summary>
internal sealed class EnsembleMember(Simulation run, int index)
{
    private readonly List<EpochJob> _jobs = [];
    private bool _isComputed;

    /// <summary>Why it can go no further; null where it can.</summary>
    public MemberFault? Fault { get; private set; }

    /// <summary>Adds the epochs that it waits for.</summary>
    /// <returns>Whether it waits for any.</returns>
    public bool TakeJobs(List<EpochJob> jobs)
    {
        if (Fault is not null)
        {
            return false;
        }
        for (int m = 0; m < run.Due.Count; m++)
        {
            if (m == _jobs.Count)
            {
                _jobs.Add(new());
            }
            _jobs[m].Begin(run.Due[m].Input);
            jobs.Add(_jobs[m]);
        }
        _isComputed = run.Due.Count > 0; // by the time the member is called again
        return _isComputed;
    }

    /// <summary>Applies the epochs that were computed, and goes on up to the next ones; to the end, if no batch knows its rule.</summary>
    public void Advance(CancellationToken cancel)
    {
        try
        {
            if (run.HasOwnRule)
            {
                run.Compute();
                run.Run(cancel);
                return;
            }
            if (_isComputed)
            {
                Apply();
            }
            // A run may have stopped at an epoch before it became a member.
            if (run.Due.Count == 0)
            {
                run.AdvanceToEpoch(cancel);
            }
        }
        // Kept with the member: the others must not be lost with it.
        catch (Exception e)
        {
            Fault = new(index, run.Seed, e);
        }
    }

    private void Apply()
    {
        for (int m = 0; m < run.Due.Count; m++)
        {
            DueEpoch due = run.Due[m];
            if (_jobs[m].Fault is { } fault)
            {
                ExceptionDispatchInfo.Throw(fault);
            }
            due.Output = _jobs[m].Output;
        }
        run.Apply();
    }
}
