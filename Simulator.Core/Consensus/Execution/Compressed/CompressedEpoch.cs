using Simulator.Core.Consensus.Columns;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>One epoch of which only the stored entries are kept: by row as they were read, and by column as the programs want them.</summary>
/// <remarks>
/// Columns with entries are sorted by their number and put into blocks of <see cref="BlockColumns"/>, as deep as the longest
/// of them: a cell of a block is one entry of one column, whose row the cell names. What is padded belongs to a row that
/// has no stake. The memory does not move and is kept from epoch to epoch.
/// </remarks>
internal sealed unsafe class CompressedEpoch
{
    /// <summary>Columns of a block, for every execution.</summary>
    public const int BlockColumns = 16;

    private PinnedMemory<long> _rowNumbers = new(0);
    private PinnedMemory<uint> _votes = new(0);
    private PinnedMemory<long> _columnNumbers = new(0);
    private int _rowRoom = -1;
    private int _columnRoom = -1;

    /// <summary>Rows that have stake, weights or bonds.</summary>
    public int Rows { get; private set; }

    /// <summary>How many of them, the first ones, have stake that counts.</summary>
    public int Voters { get; private set; }

    /// <summary>Number of miners.</summary>
    public int Columns { get; private set; }

    /// <summary>The bond rule.</summary>
    public BondRule Rule { get; set; }

    /// <summary>Its hyperparameters.</summary>
    public RuleBits Parameters { get; set; }

    /// <summary>Voters' stake that may lie below the consensus weight, in units of 2⁻³².</summary>
    public uint Minority { get; set; }

    /// <summary>The entries by row.</summary>
    public EntryRows Entries { get; } = new();

    /// <summary>The same by column.</summary>
    public ColumnBlocks Blocks { get; } = new();

    /// <summary>Active stake by row, I32F32, and 0 for the row after the last.</summary>
    public long* Stake => _rowNumbers.Pointer;

    /// <summary>Sum of clipped weights by row, I32F32.</summary>
    public long* Trust => _rowNumbers.Pointer + (Rows + 1);

    /// <summary>Sum of shares times incentives by row, I32F32.</summary>
    public long* Dividends => _rowNumbers.Pointer + (2 * (Rows + 1));

    /// <summary>Voters' shares of stake, in units of 2⁻³²; 0 for other rows and for the row after the last.</summary>
    public uint* Votes => _votes.Pointer;

    /// <summary>Consensus by column, I32F32.</summary>
    public long* Consensus => _columnNumbers.Pointer;

    /// <summary>Incentive by column, I32F32; the ranks before they are normalised.</summary>
    public long* Incentive => _columnNumbers.Pointer + Columns;

    /// <summary>Takes a shape and clears what is by row or by column.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="voters">How many of them vote.</param>
    /// <param name="columns">Number of miners.</param>
    public void Reset(int rows, int voters, int columns)
    {
        if (rows > _rowRoom)
        {
            (_rowNumbers, _votes, _rowRoom) = (new(3L * (rows + 1)), new(rows + 1L), rows);
        }
        if (columns > _columnRoom)
        {
            (_columnNumbers, _columnRoom) = (new(2L * columns), columns);
        }
        (Rows, Voters, Columns) = (rows, voters, columns);
        new Span<long>(_rowNumbers.Pointer, 3 * (rows + 1)).Clear();
        new Span<uint>(_votes.Pointer, rows + 1).Clear();
        new Span<long>(_columnNumbers.Pointer, 2 * columns).Clear();
    }
}
