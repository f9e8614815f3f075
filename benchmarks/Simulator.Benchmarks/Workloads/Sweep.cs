using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Batches;
using Simulator.Core.Units;

namespace Simulator.Benchmarks.Workloads;

/// <summary>Many epochs of 64 validators and 256 neurons, as the members of an ensemble hand them in.</summary>
internal sealed class Sweep
{
    private readonly LaneEpoch _alone = new();
    private readonly EpochJob[] _jobs;

    /// <summary>Draws the epochs.</summary>
    /// <param name="members">How many.</param>
    /// <param name="rule">The bond rule of all.</param>
    /// <param name="sameWeights">Whether they differ in kappa alone; else in everything.</param>
    public Sweep(int members, BondRule rule, bool sameWeights)
    {
        _jobs = new EpochJob[members];
        for (int k = 0; k < members; k++)
        {
            int seed = sameWeights ? 1 : k + 1;
            EpochInput input = new DenseRows(
                _alone,
                64,
                256,
                rule,
                seed,
                new PerU16((ushort)(32_767 + k))
            ).Input;
            _jobs[k] = new();
            _jobs[k].Begin(input);
        }
    }

    /// <summary>One after the other.</summary>
    public void RunAlone() => Array.ForEach(_jobs, job => job.Output = _alone.Run(job.Input));

    /// <summary>As a batch.</summary>
    public void Run(IEpochBatch batch) => batch.Run(_jobs);
}
