namespace Simulator.Core.Consensus.Execution;

/// <summary>Memory of the column programs on vectors, small enough to stay in the nearest cache and kept from run to run.</summary>
internal sealed unsafe class LaneScratch
{
    private const int Columns = 16;

    private PinnedMemory<uint> _tile = new(0);
    private PinnedMemory<uint> _votes = new(0);
    private PinnedMemory<long> _held = new(0);
    private PinnedMemory<long> _trust = new(0);
    private PinnedMemory<long> _stakes = new(0);
    private int _room;

    /// <summary>The codes of a step, [row][columns of the step].</summary>
    public uint* Tile => _tile.Pointer;

    /// <summary>The share of each voter, as often as a vector of codes has columns.</summary>
    public uint* Votes => _votes.Pointer;

    /// <summary>Numbers between two passes of a rule, [row][columns of the step], in the form of the lanes.</summary>
    public long* Held => _held.Pointer;

    /// <summary>Clipped weights added up so far, [row][columns of the step], in the form of the lanes.</summary>
    public long* Trust => _trust.Pointer;

    /// <summary>Active stake by row, in the form of the lanes.</summary>
    public long* Stakes => _stakes.Pointer;

    /// <summary>Makes room for an epoch.</summary>
    /// <param name="rows">Its rows.</param>
    public void Reserve(int rows)
    {
        if (rows <= _room)
        {
            return;
        }
        _tile = new((long)rows * Columns);
        _votes = new((long)rows * Columns);
        _held = new((long)rows * Columns);
        _trust = new((long)rows * Columns);
        _stakes = new((long)rows + Columns); // written a vector at a time
        _room = rows;
    }
}
