using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>One row on its way into <see cref="EntryRows"/>: the weights and bonds that count, merged.</summary>
/// <remarks>Which list has an entry follows no pattern, so merging has no branch that would be guessed wrong.</remarks>
internal sealed unsafe class RowMerge
{
    // No column: the end of both lists.
    private const ushort End = ushort.MaxValue;

    private const int Width = CompressedEpoch.BlockColumns;

    private PinnedMemory<ushort> _weightColumns = new(0);
    private PinnedMemory<ushort> _values = new(0);
    private PinnedMemory<uint> _codes = new(0);
    private PinnedMemory<ushort> _bondColumns = new(0);
    private PinnedMemory<ushort> _bonds = new(0);
    private int _room = -1;
    private ulong[] _registered = [];
    private ulong _newest;
    private int _bondCount;

    /// <summary>The weights taken, as 1 + weight, to be replaced by their codes; zeros follow up to a whole vector.</summary>
    public uint* Codes => _codes.Pointer;

    /// <summary>Their number.</summary>
    public int Weights { get; private set; }

    /// <summary>Begins with the rows of a subnet.</summary>
    /// <param name="registered">Block of registration by column.</param>
    public void Begin(ulong[] registered)
    {
        _registered = registered;
        _newest = registered.Length == 0 ? 0 : registered.Max();
        if (registered.Length > _room)
        {
            _room = registered.Length;
            int room = _room + Width;
            (_weightColumns, _values, _codes) = (new(room), new(room), new(room));
            (_bondColumns, _bonds) = (new(room), new(room));
        }
    }

    /// <summary>Takes the weights on miners that registered early enough.</summary>
    /// <param name="row">The stored row.</param>
    /// <param name="without">Column that does not count, if any.</param>
    /// <param name="until">Latest registration that counts.</param>
    /// <returns>False when the row is out of order.</returns>
    public bool TryTakeWeights(ReadOnlySpan<WeightEntry> row, int? without, ulong until)
    {
        if (!StoredEntries.AreAscending(row))
        {
            return false;
        }
        row = StoredEntries.Inside(row, _registered.Length);
        ushort* columns = _weightColumns.Pointer,
            values = _values.Pointer;
        int count = 0;
        if (without is { } column)
        {
            int before = StoredEntries.CountBefore(row, column);
            bool stands = before < row.Length && row[before].Uid == column;
            count = Take(row[..before], until, columns, values);
            row = row[(stands ? before + 1 : before)..];
        }
        count += Take(row, until, columns + count, values + count);
        StoredEntries.ToCodes(values, count, _codes.Pointer);
        columns[count] = End;
        new Span<uint>(_codes.Pointer + count, Width).Clear();
        Weights = count;
        return true;
    }

    /// <summary>Takes the bonds to miners that registered early enough.</summary>
    /// <param name="row">The stored row.</param>
    /// <param name="until">Latest registration that counts.</param>
    /// <returns>False when the row is out of order.</returns>
    public bool TryTakeBonds(ReadOnlySpan<WeightEntry> row, ulong until)
    {
        if (!StoredEntries.AreAscending(row))
        {
            return false;
        }
        row = StoredEntries.Inside(row, _registered.Length);
        _bondCount = Take(row, until, _bondColumns.Pointer, _bonds.Pointer);
        _bondColumns.Pointer[_bondCount] = End;
        return true;
    }

    /// <summary>Nearly always all miners registered long ago, and nothing is asked of the single ones.</summary>
    private int Take(ReadOnlySpan<WeightEntry> row, ulong until, ushort* columns, ushort* values)
    {
        if (_newest <= until)
        {
            StoredEntries.Split(row, columns, values);
            return row.Length;
        }
        int count = 0;
        foreach (WeightEntry entry in row)
        {
            (columns[count], values[count]) = (entry.Uid, entry.Value);
            count += _registered[entry.Uid] <= until ? 1 : 0;
        }
        return count;
    }

    /// <summary>Writes the row behind the entries of the rows before.</summary>
    public void AppendTo(EntryRows entries)
    {
        EntrySpot to = new(entries);
        nint w = 0,
            b = 0;
        while (w < Weights && b < _bondCount)
        {
            if (HaveSameColumns(w, b))
            {
                to.Copy(_weightColumns.Pointer + w, _codes.Pointer + w, _bonds.Pointer + b, Width);
                w += Width;
                b += Width;
            }
            else
            {
                Merge(ref w, ref b, ref to);
            }
        }
        to.Copy(_weightColumns.Pointer + w, _codes.Pointer + w, null, Weights - (int)w);
        to.Copy(_bondColumns.Pointer + b, null, _bonds.Pointer + b, _bondCount - (int)b);
        entries.EndRow(to.Count);
    }

    /// <summary>So it is, for long stretches, while a validator weighs the same miners as before.</summary>
    private bool HaveSameColumns(nint w, nint b) =>
        w + Width <= Weights
        && b + Width <= _bondCount
        && new ReadOnlySpan<ushort>(_weightColumns.Pointer + w, Width).SequenceEqual(
            new(_bondColumns.Pointer + b, Width)
        );

    /// <summary>A few entries one by one; the end of a list is a column beyond all.</summary>
    private void Merge(ref nint w, ref nint b, ref EntrySpot to)
    {
        ushort* weightColumns = _weightColumns.Pointer,
            bondColumns = _bondColumns.Pointer,
            bonds = _bonds.Pointer;
        uint* codes = _codes.Pointer;
        nint i = w,
            k = b;
        for (int step = 0; step < Width; step++)
        {
            unchecked
            {
                int column = Math.Min(weightColumns[i], bondColumns[k]);
                if (column == End)
                {
                    break;
                }
                int hasWeight = weightColumns[i] == column ? 1 : 0,
                    hasBond = bondColumns[k] == column ? 1 : 0;
                to.Add((ushort)column, codes[i] & (uint)-hasWeight, (ushort)(bonds[k] & -hasBond));
                i += hasWeight;
                k += hasBond;
            }
        }
        (w, b) = (i, k);
    }
}
