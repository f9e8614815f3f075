namespace Simulator.Core.Consensus.Execution.Batches;

/// <summary>A batch whose columns are computed in one call: threads prepare all epochs, and finish them after it.</summary>
internal sealed class StackedBatch : IEpochBatch
{
    private readonly IColumnExecution _columns;
    private readonly int _threads;
    private readonly Action<int, int, int> _prepare;
    private readonly Action<int, int, int> _finish;

    // Rows are normalised in each thread: on a device it would be a journey there and back for every epoch.
    private readonly IColumnExecution _rows = ColumnExecutions.Best();
    private readonly List<PreparedEpoch> _epochs = [];
    private readonly List<DenseEpoch> _due = [];
    private readonly WeightOrder _order = new();

    /// <summary>A batch on some execution.</summary>
    /// <param name="columns">Computes the columns; it is not disposed of here.</param>
    /// <param name="threads">Threads that prepare and finish, at least 1.</param>
    public StackedBatch(IColumnExecution columns, int threads)
    {
        (_columns, _threads) = (columns, threads);
        (_prepare, _finish) = (Prepare, Finish);
    }

    /// <inheritdoc/>
    public void Run(IReadOnlyList<EpochJob> jobs)
    {
        while (_epochs.Count < jobs.Count)
        {
            _epochs.Add(new(_rows));
        }
        _order.Take(jobs);
        Parts.Do(_threads, jobs.Count, _prepare);
        _due.Clear();
        for (int k = 0; k < jobs.Count; k++)
        {
            if (_order[k].Fault is null && _epochs[k].HasColumns)
            {
                _due.Add(_epochs[k].Dense);
            }
        }
        _columns.Run(_due);
        Parts.Do(_threads, jobs.Count, _finish);
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private void Prepare(int part, int first, int end)
    {
        for (int k = first; k < end; k++)
        {
            try
            {
                _epochs[k].Prepare(_order[k].Input, like: k == first ? null : _epochs[k - 1]);
            }
            // Kept with the job: the others must not be lost with it.
            catch (Exception e)
            {
                _order[k].Fault = e;
            }
        }
    }

    private void Finish(int part, int first, int end)
    {
        for (int k = first; k < end; k++)
        {
            EpochJob job = _order[k];
            try
            {
                job.Output = job.Fault is null ? _epochs[k].Finish() : null;
            }
            catch (Exception e)
            {
                job.Fault = e;
            }
        }
    }
}
