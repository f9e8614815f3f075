using Simulator.Core.Consensus.Columns;

namespace Simulator.Core.Consensus.Execution;

/// <summary>One epoch as the column programs see it: matrices [row][column], the voting rows first.</summary>
/// <remarks>
/// Columns are padded to <see cref="Padding"/>, and what is padded stays 0. The memory does not move, so that the same
/// buffers serve every execution, and is kept when the shape changes to a smaller one.
/// </remarks>
internal sealed unsafe class DenseEpoch
{
    /// <summary>Columns come in multiples of this: one line of a cache in codes.</summary>
    public const int Padding = 16;

    private const int LongRow = 2_048;

    private readonly List<object> _owned = [];
    private PinnedMemory<uint> _codes = new(0);
    private PinnedMemory<uint> _ownCodes = new(0);
    private long _codeRoom;
    private long _cellRoom;
    private int _rowRoom;
    private int _columnRoom;

    /// <summary>Rows that have stake, weights or bonds.</summary>
    public int Rows { get; private set; }

    /// <summary>How many of them, the first ones, have stake that counts.</summary>
    public int Voters { get; private set; }

    /// <summary>Number of miners.</summary>
    public int Columns { get; private set; }

    /// <summary>Number of columns that are computed: the miners, padded.</summary>
    public int Width { get; private set; }

    /// <summary>Cells from one row to the next.</summary>
    public int Stride { get; private set; }

    /// <summary>The bond rule.</summary>
    public BondRule Rule { get; set; }

    /// <summary>Its hyperparameters.</summary>
    public RuleBits Parameters { get; set; }

    /// <summary>Voters' stake that may lie below the consensus weight, in units of 2⁻³².</summary>
    public uint Minority { get; set; }

    /// <summary>Weight codes (<see cref="WeightCode"/>), Rows × Stride; epochs with the same weights may share them.</summary>
    public uint* Codes { get; private set; }

    /// <summary>Voters' shares of stake, in units of 2⁻³².</summary>
    public uint* Votes { get; private set; }

    /// <summary>Bonds before the epoch, out of 65,535, Rows × Stride.</summary>
    public ushort* Bonds { get; private set; }

    /// <summary>Bonds after the epoch, out of 65,535, Rows × Stride.</summary>
    public ushort* NewBonds { get; private set; }

    /// <summary>Active stake by row, I32F32.</summary>
    public long* Stake { get; private set; }

    /// <summary>Each column's bonds as shares of their sum, I32F32, Rows × Stride.</summary>
    public long* Shares { get; private set; }

    /// <summary>Consensus by column, I32F32.</summary>
    public long* Consensus { get; private set; }

    /// <summary>Consensus by column as weight codes, kept from epoch to epoch as a first guess of the next one.</summary>
    public uint* Medians { get; private set; }

    /// <summary>Whether <see cref="Medians"/> holds the consensus of an earlier epoch of this shape; no result depends on it.</summary>
    public bool HasConsensus { get; set; }

    /// <summary>Incentive by column, I32F32; the ranks before they are normalised.</summary>
    public long* Incentive { get; private set; }

    /// <summary>Sum of clipped weights by row, I32F32.</summary>
    public long* Trust { get; private set; }

    /// <summary>Sum of shares times incentives by row, I32F32.</summary>
    public long* Dividends { get; private set; }

    /// <summary>Takes a shape and clears weights, votes, stake and bonds.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="voters">How many of them vote.</param>
    /// <param name="columns">Number of miners.</param>
    /// <param name="weights">An epoch of this shape, be it this one, whose weights it shares; null for weights of its own.</param>
    public void Reset(int rows, int voters, int columns, DenseEpoch? weights = null)
    {
        HasConsensus &= columns == Columns;
        (Rows, Voters, Columns) = (rows, voters, columns);
        Width = (columns + Padding - 1) / Padding * Padding;
        // Long rows a power of two apart would share a few sets of the cache.
        Stride = Width % LongRow == 0 ? Width + (2 * Padding) : Width;
        long cells = (long)rows * Stride;
        if (cells > _cellRoom || rows > _rowRoom || Stride > _columnRoom)
        {
            Grow(Math.Max(cells, _cellRoom), Math.Max(rows, _rowRoom), Math.Max(Stride, _columnRoom));
        }
        if (weights is null)
        {
            ClearOwnCodes(cells);
        }
        _codes = weights?._codes ?? _ownCodes;
        Codes = _codes.Pointer;
        new Span<ushort>(Bonds, checked((int)cells)).Clear();
        new Span<uint>(Votes, rows).Clear();
        new Span<long>(Stake, rows).Clear();
    }

    /// <summary>Whether another epoch's weight codes are the same memory.</summary>
    public bool SharesWeightsWith(DenseEpoch other) => _codes == other._codes;

    private void ClearOwnCodes(long cells)
    {
        if (cells > _codeRoom)
        {
            (_ownCodes, _codeRoom) = (new(cells), cells);
        }
        new Span<uint>(_ownCodes.Pointer, checked((int)cells)).Clear();
    }

    private void Grow(long cells, int rows, int columns)
    {
        _owned.Clear();
        HasConsensus = false;
        (_cellRoom, _rowRoom, _columnRoom) = (cells, rows, columns);
        Bonds = New<ushort>(cells);
        NewBonds = New<ushort>(cells);
        Shares = New<long>(cells);
        Votes = New<uint>(rows);
        Stake = New<long>(rows);
        Trust = New<long>(rows);
        Dividends = New<long>(rows);
        Consensus = New<long>(columns);
        Medians = New<uint>(columns);
        Incentive = New<long>(columns);
    }

    private T* New<T>(long count)
        where T : unmanaged
    {
        PinnedMemory<T> memory = new(count);
        _owned.Add(memory);
        return memory.Pointer;
    }
}
