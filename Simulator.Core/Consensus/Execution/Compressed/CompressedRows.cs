using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>The row pass: a validator's trust and dividend, and its bonds as the chain stores them.</summary>
/// <remarks>Indices stay inside the epoch's buffers, whose size was checked when they were made: the arithmetic is unchecked.</remarks>
/// <param name="programs">Sums the row.</param>
internal sealed unsafe class CompressedRows(ICompressedColumns programs)
{
    private PinnedMemory<long> _numbers = new(0);
    private PinnedMemory<WeightEntry> _kept = new(0);
    private int _room = -1;

    /// <summary>Sums one row and gives the bonds to store, in the order of columns.</summary>
    /// <param name="epoch">An epoch whose columns are computed.</param>
    /// <param name="row">Number of the row.</param>
    /// <param name="presence">Tells which bonds of 0 are entries.</param>
    public ReadOnlySpan<WeightEntry> Sum(CompressedEpoch epoch, int row, in BondPresence presence)
    {
        Reserve(epoch.Columns);
        int first = epoch.Entries.Start(row),
            count = epoch.Entries.End(row) - first;
        EntryTile tile = new(epoch.Entries.Codes + first, count, _numbers.Pointer, _room);
        int kept = Gather(epoch, first, tile, presence);
        new Span<long>(tile.Consensus + count, CompressedEpoch.BlockColumns).Clear();
        new Span<long>(tile.Shares + count, CompressedEpoch.BlockColumns).Clear();
        (epoch.Trust[row], epoch.Dividends[row]) = programs.SumRow(tile);
        return new(_kept.Pointer, kept);
    }

    /// <summary>Fetches what belongs to the entries, and keeps the bonds that are some.</summary>
    private int Gather(CompressedEpoch epoch, int first, EntryTile tile, in BondPresence presence)
    {
        ushort* columns = epoch.Entries.Columns + first,
            newBonds = epoch.Blocks.NewBonds;
        int* cells = epoch.Entries.Cells + first;
        long* allShares = epoch.Blocks.Shares,
            allConsensus = epoch.Consensus,
            allIncentive = epoch.Incentive,
            consensus = tile.Consensus,
            incentive = tile.Incentive,
            shares = tile.Shares;
        WeightEntry* to = _kept.Pointer;
        bool sharesTell = presence.SharesTell;
        int count = tile.Count,
            kept = 0;
        for (int k = 0; k < count; k++)
        {
            unchecked
            {
                nint j = columns[k],
                    cell = cells[k];
                consensus[k] = allConsensus[j];
                incentive[k] = allIncentive[j];
                long share = shares[k] = allShares[cell];
                ushort bond = newBonds[cell];
                bool isEntry =
                    (share | bond) != 0 || (!sharesTell && WasPositive(epoch, first + k, presence));
                to[kept] = new((ushort)j, bond);
                kept += isEntry ? 1 : 0;
            }
        }
        return kept;
    }

    private static bool WasPositive(CompressedEpoch epoch, int entry, in BondPresence presence)
    {
        EntryRows entries = epoch.Entries;
        return presence.WasPositive(
            entries.Codes[entry],
            entries.Bonds[entry],
            epoch.Consensus[entries.Columns[entry]]
        );
    }

    private void Reserve(int columns)
    {
        int room = columns + CompressedEpoch.BlockColumns;
        if (room > _room)
        {
            (_numbers, _kept, _room) = (new(3L * room), new(room), room);
        }
    }
}
