using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The epoch in vectors of columns: the bits of <see cref="ScalarEpoch"/>, many times as fast.</summary>
/// <remarks>
/// Masks, normalised rows and emission are plain code; the median, the bonds and the sums are column programs on the widest
/// vectors of the processor. Inputs that the programs do not cover (rows out of order under liquid alpha, an entry that
/// stands twice, rates outside their range) go to the plain reference. One instance serves one thread and keeps its
/// memory from epoch to epoch.
/// </remarks>
public sealed class LaneEpoch : IEpochExecution
{
    private readonly IColumnExecution _columns;
    private readonly ScalarEpoch _reference = new();
    private readonly DensePreparation _preparation;
    private readonly DenseEpoch _dense = new();
    private readonly BondEntries _entries = new();

    /// <summary>An execution on the widest vectors of this processor.</summary>
    public LaneEpoch()
        : this(ColumnExecutions.Best()) { }

    /// <summary>An execution on given vectors.</summary>
    internal LaneEpoch(IColumnExecution columns)
    {
        _columns = columns;
        _preparation = new(columns);
    }

    /// <inheritdoc/>
    public EpochOutput Run(EpochInput input)
    {
        EpochHead head = new(input);
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

    private unsafe EpochTail Tail(EpochInput input, EpochHead head)
    {
        int n = input.Neurons;
        I32F32[] incentive = new I32F32[n],
            consensus = new I32F32[n],
            trust = new I32F32[n],
            dividends = new I32F32[n];
        for (int j = 0; j < n; j++)
        {
            incentive[j] = I32F32.FromBits(_dense.Incentive[j]);
            consensus[j] = I32F32.FromBits(_dense.Consensus[j]);
        }
        for (int r = 0; r < _dense.Rows; r++)
        {
            int uid = _preparation.UidOfRow[r];
            I32F32 earned = I32F32.FromBits(_dense.Dividends[r]);
            trust[uid] = I32F32.FromBits(_dense.Trust[r]);
            // Bonds of Yuma2 are bought with stake; those of Yuma3 know nothing of it.
            dividends[uid] = input.Parameters.Yuma3On
                ? earned.CheckedMulOrZero(head.ActiveStake[uid])
                : earned;
        }
        VectorMath.Normalize(dividends.AsSpan());
        return new(incentive, dividends, consensus, trust);
    }

    private void StoreBonds(EpochInput input, EpochHead head, EpochOutput output)
    {
        output.Bonds.CopyRowsFrom(input.Bonds, first: input.Neurons);
        for (int i = 0; i < input.Neurons; i++)
        {
            output.Bonds.Reserve(i, 0);
        }
        _entries.Begin(_dense);
        Span<WeightEntry> entries = new WeightEntry[_dense.Columns];
        for (int r = 0; r < _dense.Rows; r++)
        {
            int uid = _preparation.UidOfRow[r];
            if (!head.NewPermit[uid])
            {
                continue;
            }
            int count = _entries.Copy(r, entries);
            output.Bonds.Set(uid, entries[..count]);
        }
    }
}
