using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>A sparse matrix inside the epoch: rows of (uid, number) in storage order, filled row by row.</summary>
/// <remarks>An entry with the value 0 is not the same as no entry. The memory is kept when the matrix is cleared.</remarks>
public sealed class SparseMatrix
{
    private int[] _ends = new int[16];
    private ushort[] _columns = new ushort[64];
    private I32F32[] _values = new I32F32[64];
    private int _count;

    /// <summary>Number of complete rows.</summary>
    public int Rows { get; private set; }

    /// <summary>The columns of a row's entries, in storage order.</summary>
    public ReadOnlySpan<ushort> Columns(int row) => _columns.AsSpan(Start(row), Length(row));

    /// <summary>The numbers of a row's entries, in the order of <see cref="Columns"/>.</summary>
    public ReadOnlySpan<I32F32> Values(int row) => _values.AsSpan(Start(row), Length(row));

    /// <summary>The numbers of a row's entries, to be changed in place.</summary>
    internal Span<I32F32> Edit(int row) => _values.AsSpan(Start(row), Length(row));

    /// <summary>Forgets every row.</summary>
    internal void Clear()
    {
        Rows = 0;
        _count = 0;
    }

    /// <summary>Puts an entry at the end of the row that is being filled.</summary>
    internal void Add(ushort column, I32F32 value)
    {
        if (_count == _columns.Length)
        {
            Array.Resize(ref _columns, 2 * _count);
            Array.Resize(ref _values, 2 * _count);
        }
        _columns[_count] = column;
        _values[_count++] = value;
    }

    /// <summary>Completes the row that is being filled.</summary>
    internal void EndRow()
    {
        if (Rows == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * Rows);
        }
        _ends[Rows++] = _count;
    }

    /// <summary>Makes this the same as another.</summary>
    internal void CopyFrom(SparseMatrix other)
    {
        _ends = Copied(other._ends, other.Rows, _ends);
        _columns = Copied(other._columns, other._count, _columns);
        _values = Copied(other._values, other._count, _values);
        Rows = other.Rows;
        _count = other._count;
    }

    /// <summary>Removes the entries that fail a test of (row, column); the others keep their order.</summary>
    internal void Keep(Func<int, ushort, bool> test)
    {
        int start = 0,
            kept = 0;
        for (int row = 0; row < Rows; row++)
        {
            for (int k = start; k < _ends[row]; k++)
            {
                if (test(row, _columns[k]))
                {
                    _columns[kept] = _columns[k];
                    _values[kept++] = _values[k];
                }
            }
            start = _ends[row];
            _ends[row] = kept;
        }
        _count = kept;
    }

    private static T[] Copied<T>(T[] from, int count, T[] to)
    {
        to = to.Length < count ? new T[from.Length] : to;
        Array.Copy(from, to, count);
        return to;
    }

    private int Start(int row) => row == 0 ? 0 : _ends[row - 1];

    private int Length(int row) => _ends[row] - Start(row);
}
