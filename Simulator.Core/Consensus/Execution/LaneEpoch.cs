using Simulator.Core.Consensus.Execution.Compressed;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The epoch in vectors of columns: the bits of <see cref="ScalarEpoch"/>, many times as fast.</summary>
/// <remarks>
/// The median, the bonds and the sums are column programs on the widest vectors of the processor; where few miners have a
/// weight or a bond, only those entries are computed. Inputs that the programs do not cover (rows out of order under liquid
/// alpha, an entry that stands twice, rates outside their range) go to the plain reference. One instance serves one thread
/// and keeps its memory from epoch to epoch.
/// </remarks>
public sealed class LaneEpoch : IEpochExecution
{
    private readonly IColumnExecution _columns;
    private readonly CompressedEpochs? _compressed;
    private readonly PreparedEpoch _epoch;

    /// <summary>An execution on the widest vectors of this processor.</summary>
    public LaneEpoch()
        : this(ColumnExecutions.Best(), new(CompressedExecutions.Best())) { }

    /// <summary>An execution on given vectors.</summary>
    /// <param name="columns">Computes whole columns.</param>
    /// <param name="compressed">Computes columns with few entries, if anything does.</param>
    internal LaneEpoch(IColumnExecution columns, CompressedEpochs? compressed = null)
    {
        _columns = columns;
        _compressed = compressed;
        _epoch = new(columns);
    }

    /// <inheritdoc/>
    public EpochOutput Run(EpochInput input) => Run(input, like: null);

    /// <summary>Computes an epoch after another whose input has not changed since: equal weights are not normalised again.</summary>
    internal EpochOutput RunAfterLast(EpochInput input) => Run(input, like: _epoch);

    private EpochOutput Run(EpochInput input, PreparedEpoch? like)
    {
        EpochHead head = new(input);
        if (_compressed?.Run(input, head) is { } sparse)
        {
            _epoch.Forget();
            return sparse;
        }
        if (_epoch.Prepare(input, head, like))
        {
            _columns.Run(_epoch.Dense);
        }
        return _epoch.Finish();
    }
}
