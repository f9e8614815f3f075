using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Batches;

namespace Simulator.Core.Engine;

/// <summary>Many runs at once, such as seeds and points of a sweep: all advance to their next epoch, and these are computed together.</summary>
/// <remarks>
/// Every run comes out as it does alone, bit for bit, whatever runs beside it and on however many threads. Plans may differ
/// in anything; a run whose epochs are over drops out. Epochs that have the same weights, as in a sweep over kappa, share
/// them normalised.
/// <code>
/// Simulation[] seeds = [.. Enumerable.Range(1, 30).Select(seed => new Simulation(plan, (ulong)seed, ObserversOf(seed)))];
/// new Ensemble(seeds, threads: 8).Run();
/// </code>
/// </remarks>
public sealed class Ensemble
{
    private readonly EnsembleMember[] _members;
    private readonly int _threads;
    private readonly Func<IEpochBatch> _batch;
    private readonly List<EnsembleMember> _waiting = [];
    private readonly List<EpochJob> _jobs = [];

    /// <summary>Puts runs together.</summary>
    /// <param name="members">The runs, each with observers of its own: other members' observers are called from other threads.</param>
    /// <param name="threads">Threads to use, at least 1; beside other members, one of its own is enough for each.</param>
    /// <param name="backend">What computes the epochs; a device pays off from about a hundred members on.</param>
    /// <exception cref="ArgumentException">A run stands twice among the members.</exception>
    public Ensemble(IReadOnlyList<Simulation> members, int threads = 1, Backend backend = Backend.Cpu)
        : this(members, threads, () => EpochBatches.On(backend, threads)) { }

    /// <summary>Puts runs together on a batch of one's own.</summary>
    internal Ensemble(IReadOnlyList<Simulation> members, int threads, Func<IEpochBatch> batch)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (members.Distinct().Count() < members.Count)
        {
            throw new ArgumentException("A run stands twice among the members.", nameof(members));
        }
        _members = [.. members.Select((run, index) => new EnsembleMember(run, index))];
        (_threads, _batch) = (threads, batch);
    }

    /// <summary>Runs every epoch of every member.</summary>
    /// <param name="cancel">Stops every member before its next block.</param>
    /// <exception cref="EnsembleException">Members failed, each as it would alone; thrown when the others are done.</exception>
    /// <exception cref="Consensus.Execution.Gpu.DeviceException">The device that was asked for is not there, or cannot be used.</exception>
    public void Run(CancellationToken cancel = default)
    {
        using IEpochBatch batch = _batch();
        Advance(_members, cancel);
        while (CollectDue())
        {
            batch.Run(_jobs);
            Advance(_waiting, cancel);
        }
        MemberFault[] faults = [.. _members.Select(member => member.Fault).OfType<MemberFault>()];
        if (faults.Length > 0)
        {
            throw new EnsembleException(faults, _members.Length);
        }
    }

    /// <summary>Takes the epochs of all who wait for one, those of a member in its order.</summary>
    private bool CollectDue()
    {
        _waiting.Clear();
        _jobs.Clear();
        foreach (EnsembleMember member in _members)
        {
            if (member.TakeJobs(_jobs))
            {
                _waiting.Add(member);
            }
        }
        return _jobs.Count > 0;
    }

    /// <summary>Brings members to their next epoch; no member touches another's state.</summary>
    private void Advance(IReadOnlyList<EnsembleMember> members, CancellationToken cancel)
    {
        if (_threads == 1)
        {
            for (int k = 0; k < members.Count; k++)
            {
                members[k].Advance(cancel);
            }
            return;
        }
        Parallel.ForEach(
            members,
            new() { MaxDegreeOfParallelism = _threads },
            member => member.Advance(cancel)
        );
    }
}
