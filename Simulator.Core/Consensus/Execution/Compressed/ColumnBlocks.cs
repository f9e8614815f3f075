namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>Entries column by column, in blocks of neighbours: cell [depth][column] of a block.</summary>
/// <remarks>Indices stay inside what was reserved for the counted entries: the arithmetic of the inner loops is unchecked.</remarks>
internal sealed unsafe class ColumnBlocks
{
    private const int Width = CompressedEpoch.BlockColumns;

    private PinnedMemory<ulong> _cells = new(0);
    private PinnedMemory<ushort> _newBonds = new(0);
    private int _room;

    private int[] _next = []; // by column: how many entries, then the cell of the next one
    private int[] _order = []; // the columns that have entries, the longest first
    private int _filled; // how many those are
    private int[] _ofLength = [];
    private int[] _starts = [0];

    /// <summary>Number of blocks.</summary>
    public int Count { get; private set; }

    /// <summary>Code of the weight, row and bond of every cell: 32, 16 and 16 bits.</summary>
    public ulong* Cells => _cells.Pointer;

    /// <summary>Share of the column's bonds of every cell, I32F32: takes the place of what the cell held, which is needed once.</summary>
    public long* Shares => (long*)_cells.Pointer;

    /// <summary>Bond of every cell after the epoch, out of 65,535.</summary>
    public ushort* NewBonds => _newBonds.Pointer;

    /// <summary>The first cell of a block.</summary>
    public int Start(int block) => _starts[block];

    /// <summary>Entries of the longest column of a block.</summary>
    public int Depth(int block) => (_starts[block + 1] - _starts[block]) / Width;

    /// <summary>The columns of a block; in the last one they may be fewer than its width.</summary>
    public ReadOnlySpan<int> Columns(int block) =>
        _order.AsSpan(block * Width, Math.Min(Width, _filled - (block * Width)));

    /// <summary>Puts the entries of rows into blocks, and tells each its cell.</summary>
    public void Fill(EntryRows entries, int rows, int columns)
    {
        CountEntries(entries, columns);
        SortByLength(rows, columns);
        PlaceBlocks();
        Reserve(_starts[Count]);
        // No weight, no bond, and the row behind the last: what no entry replaces is padding.
        new Span<ulong>(Cells, _starts[Count]).Fill((ulong)rows << 32);
        Scatter(entries, rows);
    }

    private void CountEntries(EntryRows entries, int columns)
    {
        if (_next.Length < columns)
        {
            (_next, _order) = (new int[columns], new int[columns]);
        }
        Array.Clear(_next);
        ushort* of = entries.Columns;
        int count = entries.Count;
        fixed (int* lengths = _next)
        {
            for (int e = 0; e < count; e++)
            {
                unchecked
                {
                    lengths[of[e]]++;
                }
            }
        }
    }

    /// <summary>Neighbours of equal length, so that little is padded; columns without entries do not come at all.</summary>
    private void SortByLength(int rows, int columns)
    {
        if (_ofLength.Length <= rows)
        {
            _ofLength = new int[rows + 1];
        }
        Array.Clear(_ofLength);
        ReadOnlySpan<int> lengths = _next.AsSpan(0, columns);
        foreach (int length in lengths)
        {
            _ofLength[length]++;
        }
        _filled = columns - _ofLength[0];
        int longer = 0;
        for (int length = rows; length > 0; length--)
        {
            (_ofLength[length], longer) = (longer, longer + _ofLength[length]);
        }
        for (int j = 0; j < columns; j++)
        {
            if (lengths[j] > 0)
            {
                _order[_ofLength[lengths[j]]++] = j;
            }
        }
    }

    private void PlaceBlocks()
    {
        Count = (_filled + Width - 1) / Width;
        if (_starts.Length <= Count)
        {
            _starts = new int[Count + 1];
        }
        for (int b = 0; b < Count; b++)
        {
            ReadOnlySpan<int> columns = Columns(b);
            _starts[b + 1] = _starts[b] + (_next[columns[0]] * Width);
            for (int lane = 0; lane < columns.Length; lane++)
            {
                _next[columns[lane]] = _starts[b] + lane;
            }
        }
    }

    private void Reserve(int cells)
    {
        if (cells > _room)
        {
            (_cells, _newBonds, _room) = (new(cells), new(cells), cells);
        }
    }

    private void Scatter(EntryRows entries, int rows)
    {
        ushort* columns = entries.Columns,
            bonds = entries.Bonds;
        uint* codes = entries.Codes;
        int* cells = entries.Cells;
        ulong* to = Cells;
        fixed (int* next = _next)
        {
            for (int i = 0; i < rows; i++)
            {
                int end = entries.End(i);
                for (int e = entries.Start(i); e < end; e++)
                {
                    unchecked
                    {
                        int cell = next[columns[e]];
                        next[columns[e]] = cell + Width;
                        to[cell] = codes[e] | (ulong)i << 32 | (ulong)bonds[e] << 48;
                        cells[e] = cell;
                    }
                }
            }
        }
    }
}
