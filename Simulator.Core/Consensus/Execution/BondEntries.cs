using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Tells which bonds of a computed epoch are entries, be it with the value 0.</summary>
/// <remarks>
/// The chain stores every bond that was positive before it was rounded to 65,535ths. Nearly always its value or its share
/// of the column shows it; where both are 0 the column is computed once more, alone.
/// </remarks>
internal sealed unsafe class BondEntries
{
    private DenseEpoch? _epoch;
    private int _column = -1;
    private bool[] _positive = [];
    private long[] _scratch = [];
    private BondRule _rule;

    /// <summary>Looks at another epoch.</summary>
    public void Begin(DenseEpoch epoch)
    {
        _epoch = epoch;
        _rule = ExactColumns.RuleOf(epoch);
        if (_positive.Length < epoch.Rows)
        {
            (_positive, _scratch) = (new bool[epoch.Rows], new long[epoch.Rows]);
        }
        _column = -1;
    }

    /// <summary>Writes the entries of a row, in the order of columns.</summary>
    /// <returns>Their number.</returns>
    public int Copy(int row, Span<WeightEntry> entries)
    {
        DenseEpoch epoch = _epoch!;
        long first = (long)row * epoch.Stride;
        ReadOnlySpan<ushort> bonds = new(epoch.NewBonds + first, entries.Length);
        int count = 0;
        for (int j = 0; j < bonds.Length; j++)
        {
            if (
                bonds[j] > 0
                || epoch.Shares[first + j] > 0
                || (MayBePositive(epoch, row, j, first + j) && IsPositive(epoch, row, j))
            )
            {
                entries[count++] = new((ushort)j, bonds[j]);
            }
        }
        return count;
    }

    /// <summary>False where a bond cannot be: nothing to move to and nothing, or nothing that lives on, to move from.</summary>
    private bool MayBePositive(DenseEpoch epoch, int row, int column, long cell)
    {
        bool weightCounts =
            epoch.Codes[cell] > WeightCode.ExplicitZero
            && (epoch.Consensus[column] > 0 || epoch.Parameters.Penalty < 1L << 32)
            && (_rule != BondRule.Yuma2 || epoch.Stake[row] > 0);
        bool keepsZero = epoch.Codes[cell] == WeightCode.ExplicitZero && epoch.Parameters.KeepZeros > 0;
        return weightCounts || (epoch.Bonds[cell] > 0 && (_rule != BondRule.Yuma3Liquid || keepsZero));
    }

    private bool IsPositive(DenseEpoch epoch, int row, int column)
    {
        if (_column != column)
        {
            Recompute(epoch, column);
            _column = column;
        }
        return _positive[row];
    }

    private void Recompute(DenseEpoch epoch, int j)
    {
        RuleParameters<ExactLane> p = new(epoch.Parameters);
        Column column = new(epoch, j, _scratch, _positive);
        ExactColumns.Rank(column, _rule, new(epoch.Consensus[j]), p);
    }

    /// <summary>A column that leaves the epoch alone and notes which bonds were positive before they became shares.</summary>
    private readonly struct Column(DenseEpoch epoch, int column, long[] shares, bool[] positive)
        : IColumn<ExactLane>
    {
        public int Rows => epoch.Rows;

        public ExactLane Reciprocal(int n) => default;

        public ExactLane Code(int row) => new(epoch.Codes[At(row)]);

        public ExactLane Stake(int row) => new(epoch.Stake[row]);

        public void Clip(int row, ExactLane clipped) { }

        public ExactLane Bond(int row) => new(epoch.Bonds[At(row)]);

        public void SetBond(int row, ExactLane units) { }

        public ExactLane Held(int row) => new(shares[row]);

        public void Hold(int row, ExactLane bond)
        {
            // The bond of which the share is taken is held last.
            positive[row] = bond.Bits > 0;
            shares[row] = bond.Bits;
        }

        public void SetShare(int row, ExactLane share) { }

        private long At(int row) => (long)row * epoch.Stride + column;
    }
}
