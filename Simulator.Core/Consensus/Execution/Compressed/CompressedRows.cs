using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>The row pass: a validator's trust and dividend, and its bonds as the chain stores them.</summary>
/// <remarks>Sums of at most 32,767 proportions fit.</remarks>
internal sealed unsafe class CompressedRows
{
    private WeightEntry[] _kept = [];

    /// <summary>Sums one row and gives the bonds to store, in the order of columns.</summary>
    /// <param name="epoch">An epoch whose columns are computed.</param>
    /// <param name="row">Number of the row.</param>
    /// <param name="presence">Tells which bonds of 0 are entries.</param>
    public ReadOnlySpan<WeightEntry> Sum(CompressedEpoch epoch, int row, in BondPresence presence)
    {
        EntryRows entries = epoch.Entries;
        if (_kept.Length < epoch.Columns)
        {
            _kept = new WeightEntry[epoch.Columns];
        }
        long trust = 0,
            dividend = 0;
        int kept = 0,
            end = entries.End(row);
        for (int e = entries.Start(row); e < end; e++)
        {
            int cell = entries.Cells[e],
                j = entries.Columns[e];
            uint code = entries.Codes[e];
            ExactLane consensus = new(epoch.Consensus[j]),
                share = new(epoch.Blocks.Shares[cell]);
            ushort bond = epoch.Blocks.NewBonds[cell];
            trust += ExactLane.Min(WeightCode.Value(new ExactLane(code)), consensus).Bits;
            dividend += ExactLane.Share(share, new(epoch.Incentive[j])).Bits;
            _kept[kept] = new((ushort)j, bond);
            kept +=
                bond > 0 || share.Bits > 0 || presence.WasPositive(code, entries.Bonds[e], consensus.Bits)
                    ? 1
                    : 0;
        }
        (epoch.Trust[row], epoch.Dividends[row]) = (trust, dividend);
        return _kept.AsSpan(0, kept);
    }
}
