namespace Simulator.Core.Consensus.Execution.Batches;

/// <summary>A batch on the processor: each thread takes a part of it, and one epoch after the other through all of its steps.</summary>
/// <remarks>
/// So an epoch's matrices stay in the thread's cache, and weights that neighbours share are normalised once and stored once.
/// </remarks>
internal sealed class SpreadBatch : IEpochBatch
{
    private readonly LaneEpoch[] _workers;
    private readonly WeightOrder _order = new();
    private readonly Action<int, int, int> _work;

    /// <summary>A batch on the widest vectors of this processor.</summary>
    /// <param name="threads">Threads that work on it, at least 1.</param>
    public SpreadBatch(int threads)
        : this(threads, ColumnExecutions.Best) { }

    /// <summary>A batch on given vectors.</summary>
    /// <param name="threads">Threads that work on it, at least 1.</param>
    /// <param name="columns">Makes the execution of a thread.</param>
    public SpreadBatch(int threads, Func<IColumnExecution> columns)
    {
        _workers = new LaneEpoch[threads];
        for (int k = 0; k < threads; k++)
        {
            _workers[k] = new(columns());
        }
        _work = Work;
    }

    /// <inheritdoc/>
    public void Run(IReadOnlyList<EpochJob> jobs)
    {
        _order.Take(jobs);
        Parts.Do(_workers.Length, jobs.Count, _work);
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private void Work(int part, int first, int end)
    {
        LaneEpoch epoch = _workers[part];
        for (int k = first; k < end; k++)
        {
            EpochJob job = _order[k];
            try
            {
                // What the thread computed last before this batch was read from memory that has changed since.
                job.Output = k == first ? epoch.Run(job.Input) : epoch.RunAfterLast(job.Input);
            }
            // Kept with the job: the others must not be lost with it.
            catch (Exception e)
            {
                job.Fault = e;
            }
        }
    }
}
