using Simulator.Core.Consensus.Execution.Compressed;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The epoch in vectors of columns: the bits of <see cref="ScalarEpoch"/>, many times as fast.</summary>
/// <remarks>
/// Masks, normalised rows and emission are plain code; the median, the bonds and the sums are column programs on the widest
/// vectors of the processor. Where few miners have a weight or a bond, only those entries are computed. Inputs that the programs do not cover (rows out of order under liquid alpha, an entry that
/// stands twice, rates outside their range) go to the plain reference. One instance serves one thread and keeps its
/// memory from epoch to epoch.
/// </remarks>
public sealed class LaneEpoch : IEpochExecution
{
    private readonly IColumnExecution _columns;
    private readonly CompressedEpochs? _compressed;
    private readonly ScalarEpoch _reference = new();
    private readonly DensePreparation _preparation;
    private readonly DenseEpoch _dense = new();

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
        _preparation = new(columns);
    }

    /// <inheritdoc/>
    public EpochOutput Run(EpochInput input)
    {
        EpochHead head = new(input);
        if (_compressed?.Run(input, head) is { } sparse)
        {
            return sparse;
        }
        if (!_preparation.TryFill(input, head, _dense))
        {
            return _reference.Run(input);
        }
        _columns.Run(_dense);
        EpochOutput output = new(input.Neurons);
        Tail(input, head).Write(head, input.Emission, output);
        StoreBonds(input, head, output);
        GC.KeepAlive(this); // its memory is worked on by address
        return output;
    }

    private unsafe EpochTail Tail(EpochInput input, EpochHead head) =>
        EpochTail.Of(
            input,
            head,
            _preparation.UidOfRow.AsSpan(0, _dense.Rows),
            new(_dense.Incentive, _dense.Columns),
            new(_dense.Consensus, _dense.Columns),
            new(_dense.Trust, _dense.Rows),
            new(_dense.Dividends, _dense.Rows)
        );

    private void StoreBonds(EpochInput input, EpochHead head, EpochOutput output)
    {
        output.Bonds.CopyRowsFrom(input.Bonds, first: input.Neurons);
        for (int i = 0; i < input.Neurons; i++)
        {
            output.Bonds.Reserve(i, 0);
        }
        BondEntries bonds = new(_dense);
        Span<WeightEntry> entries = new WeightEntry[_dense.Columns];
        for (int r = 0; r < _dense.Rows; r++)
        {
            int uid = _preparation.UidOfRow[r];
            if (!head.NewPermit[uid])
            {
                continue;
            }
            int count = bonds.Copy(r, entries);
            output.Bonds.Set(uid, entries[..count]);
        }
    }
}
