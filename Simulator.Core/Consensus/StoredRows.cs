using Simulator.Core.Units;

namespace Simulator.Core.Consensus;

/// <summary>A sparse matrix as the chain stores it: by uid a row of entries, in the order in which they were written.</summary>
/// <remarks>
/// A row may be out of column order, hold explicit zeros, and point to slots that no longer exist; a stored empty row is
/// not the same as no row. A row keeps its memory when it is replaced.
/// </remarks>
public sealed class StoredRows
{
    private WeightEntry[]?[] _entries = [];
    private int[] _counts = [];

    /// <summary>One more than the largest row number that was ever stored.</summary>
    public int Height { get; private set; }

    /// <summary>The entries of a row; nothing when it is not stored.</summary>
    public ReadOnlySpan<WeightEntry> this[int row] =>
        Contains(row) ? _entries[row].AsSpan(0, _counts[row]) : default;

    /// <summary>Whether the row is stored, be it empty.</summary>
    public bool Contains(int row) => row < Height && _counts[row] >= 0;

    /// <summary>Stores a row in place of what was there.</summary>
    /// <param name="row">Uid of the row, not negative.</param>
    /// <param name="entries">Its entries, in the order to keep.</param>
    public void Set(int row, ReadOnlySpan<WeightEntry> entries) =>
        entries.CopyTo(Reserve(row, entries.Length));

    /// <summary>Forgets a row.</summary>
    public void Remove(int row)
    {
        if (row < Height)
        {
            _counts[row] = -1;
        }
    }

    /// <summary>Removes every entry that points to a slot; rows keep the order of the others.</summary>
    public void RemoveColumn(ushort uid)
    {
        for (int row = 0; row < Height; row++)
        {
            int kept = 0;
            for (int k = 0; k < _counts[row]; k++)
            {
                WeightEntry entry = _entries[row]![k];
                if (entry.Uid != uid)
                {
                    _entries[row]![kept++] = entry;
                }
            }
            _counts[row] = Math.Min(_counts[row], kept);
        }
    }

    /// <summary>Replaces the value of every entry that points to a slot; 0 leaves explicit zeros.</summary>
    public void SetColumn(ushort uid, ushort value)
    {
        for (int row = 0; row < Height; row++)
        {
            for (int k = 0; k < _counts[row]; k++)
            {
                if (_entries[row]![k].Uid == uid)
                {
                    _entries[row]![k] = new(uid, value);
                }
            }
        }
    }

    /// <summary>Forgets every row.</summary>
    public void Clear() => Array.Fill(_counts, -1);

    /// <summary>Makes this the same as another.</summary>
    public void CopyFrom(StoredRows other)
    {
        Clear();
        CopyRowsFrom(other, first: 0);
    }

    /// <summary>Stores the rows of another from a number on in place of what was there.</summary>
    internal void CopyRowsFrom(StoredRows other, int first)
    {
        for (int row = first; row < other.Height; row++)
        {
            if (other.Contains(row))
            {
                Set(row, other[row]);
            }
        }
    }

    /// <summary>Stores a row of a length whose entries the caller fills in.</summary>
    internal Span<WeightEntry> Reserve(int row, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        if (row >= _counts.Length)
        {
            int old = _counts.Length,
                capacity = Math.Max(row + 1, 2 * old);
            Array.Resize(ref _entries, capacity);
            Array.Resize(ref _counts, capacity);
            Array.Fill(_counts, -1, old, capacity - old);
        }
        Height = Math.Max(Height, row + 1);
        if (_entries[row] is null || _entries[row]!.Length < length)
        {
            _entries[row] = length == 0 ? [] : new WeightEntry[length];
        }
        _counts[row] = length;
        return _entries[row].AsSpan(0, length);
    }
}
