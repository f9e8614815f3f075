using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>One row on its way into <see cref="EntryRows"/>: the weights and bonds that count, merged.</summary>
/// <remarks>Which entry counts follows no pattern, so the loops have no branch that would be guessed wrong.</remarks>
internal sealed unsafe class RowMerge
{
    // No column: the end of both lists.
    private const ushort End = ushort.MaxValue;

    private const int Width = CompressedEpoch.BlockColumns;

    private PinnedMemory<ushort> _weightColumns = new(0);
    private PinnedMemory<uint> _codes = new(0);
    private PinnedMemory<ushort> _bondColumns = new(0);
    private PinnedMemory<ushort> _bonds = new(0);
    private int _room = -1;
    private int _bondCount;

    /// <summary>The weights taken, as 1 + weight, to be replaced by their codes; zeros follow up to a whole vector.</summary>
    public uint* Codes => _codes.Pointer;

    /// <summary>Their number.</summary>
    public int Weights { get; private set; }

    /// <summary>Makes room for rows of a subnet.</summary>
    public void Reserve(int neurons)
    {
        if (neurons > _room)
        {
            int room = neurons + Width;
            (_weightColumns, _codes) = (new(room), new(room));
            (_bondColumns, _bonds) = (new(room), new(room));
            _room = neurons;
        }
    }

    /// <summary>Takes the weights on miners that registered early enough.</summary>
    /// <param name="row">The stored row.</param>
    /// <param name="without">Column that does not count, if any.</param>
    /// <param name="until">Latest registration that counts.</param>
    /// <param name="registered">Block of registration of every column.</param>
    /// <returns>False when the row is out of order.</returns>
    public bool TryTakeWeights(ReadOnlySpan<WeightEntry> row, int? without, ulong until, ulong[] registered)
    {
        ushort* columns = _weightColumns.Pointer;
        uint* codes = _codes.Pointer;
        int skipped = without ?? -1,
            count = 0,
            last = -1;
        foreach (WeightEntry entry in row)
        {
            int j = entry.Uid;
            if (j <= last)
            {
                return false;
            }
            last = j;
            columns[count] = entry.Uid;
            codes[count] = 1U + entry.Value;
            bool inside = j < registered.Length;
            count += inside & j != skipped & registered[inside ? j : 0] <= until ? 1 : 0;
        }
        columns[count] = End;
        new Span<uint>(codes + count, Width).Clear();
        Weights = count;
        return true;
    }

    /// <summary>Takes the bonds to miners that registered before a block; a bond of 0 is none.</summary>
    /// <returns>False when the row is out of order.</returns>
    public bool TryTakeBonds(ReadOnlySpan<WeightEntry> row, ulong before, ulong[] registered)
    {
        ushort* columns = _bondColumns.Pointer,
            bonds = _bonds.Pointer;
        int count = 0,
            last = -1;
        foreach (WeightEntry entry in row)
        {
            int j = entry.Uid;
            if (j <= last)
            {
                return false;
            }
            last = j;
            (columns[count], bonds[count]) = (entry.Uid, entry.Value);
            bool inside = j < registered.Length;
            count += inside & entry.Value > 0 & registered[inside ? j : 0] < before ? 1 : 0;
        }
        columns[count] = End;
        _bondCount = count;
        return true;
    }

    /// <summary>Writes the row behind the entries of the rows before.</summary>
    public void AppendTo(EntryRows entries)
    {
        int first = entries.Count;
        entries.EndRow(
            HasSameColumns()
                ? Copy(entries.Columns + first, entries.Codes + first, entries.Bonds + first)
                : Merge(entries.Columns + first, entries.Codes + first, entries.Bonds + first)
        );
    }

    /// <summary>So it is while a validator weighs the same miners as before.</summary>
    private bool HasSameColumns() =>
        new ReadOnlySpan<ushort>(_weightColumns.Pointer, Weights).SequenceEqual(
            new(_bondColumns.Pointer, _bondCount)
        );

    private int Copy(ushort* columns, uint* codes, ushort* bonds)
    {
        int count = Weights;
        new ReadOnlySpan<ushort>(_weightColumns.Pointer, count).CopyTo(new(columns, count));
        new ReadOnlySpan<uint>(_codes.Pointer, count).CopyTo(new(codes, count));
        new ReadOnlySpan<ushort>(_bonds.Pointer, count).CopyTo(new(bonds, count));
        return count;
    }

    private int Merge(ushort* columns, uint* codes, ushort* bonds)
    {
        ushort* weightColumns = _weightColumns.Pointer,
            bondColumns = _bondColumns.Pointer;
        int w = 0,
            b = 0,
            count = 0;
        for (; ; count++)
        {
            int column = Math.Min(weightColumns[w], bondColumns[b]);
            if (column == End)
            {
                return count;
            }
            int hasWeight = weightColumns[w] == column ? 1 : 0,
                hasBond = bondColumns[b] == column ? 1 : 0;
            columns[count] = (ushort)column;
            codes[count] = (uint)(_codes.Pointer[w] * hasWeight);
            bonds[count] = (ushort)(_bonds.Pointer[b] * hasBond);
            w += hasWeight;
            b += hasBond;
        }
    }
}
