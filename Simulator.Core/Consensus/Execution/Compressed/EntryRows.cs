namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>Entries row by row, ascending: a column with a weight, a bond or both.</summary>
internal sealed unsafe class EntryRows
{
    private PinnedMemory<ushort> _columns = new(0);
    private PinnedMemory<ushort> _bonds = new(0);
    private PinnedMemory<uint> _codes = new(0);
    private PinnedMemory<int> _cells = new(0);
    private int[] _ends = [];
    private int _rows;
    private int _room;

    /// <summary>Number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>Column of every entry.</summary>
    public ushort* Columns => _columns.Pointer;

    /// <summary>Bond of every entry before the epoch, out of 65,535.</summary>
    public ushort* Bonds => _bonds.Pointer;

    /// <summary>Weight code of every entry (<see cref="Consensus.Columns.WeightCode"/>).</summary>
    public uint* Codes => _codes.Pointer;

    /// <summary>Cell of every entry in the blocks of columns.</summary>
    public int* Cells => _cells.Pointer;

    /// <summary>Forgets all and makes room.</summary>
    /// <param name="rows">Rows to come.</param>
    /// <param name="entries">Entries to come, at most.</param>
    public void Clear(int rows, int entries)
    {
        (Count, _rows) = (0, 0);
        if (rows > _ends.Length)
        {
            _ends = new int[rows];
        }
        if (entries > _room)
        {
            // Vectors read beyond the last code.
            long codes = entries + (long)CompressedEpoch.BlockColumns;
            (_columns, _bonds, _codes, _cells) = (new(entries), new(entries), new(codes), new(entries));
            _room = entries;
        }
    }

    /// <summary>Completes a row that was written behind the last entry.</summary>
    /// <param name="length">Number of its entries.</param>
    public void EndRow(int length) => _ends[_rows++] = Count += length;

    /// <summary>Number of the first entry of a row.</summary>
    public int Start(int row) => row == 0 ? 0 : _ends[row - 1];

    /// <summary>One more than the number of the last entry of a row.</summary>
    public int End(int row) => _ends[row];
}
