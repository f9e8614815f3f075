namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Lanes of columns that go through all passes of the bonds together, so that these find them in the cache.</summary>
/// <param name="From">First lane, an even one.</param>
/// <param name="To">The lane after the last.</param>
internal readonly record struct ColumnBlock(int From, int To)
{
    // Of a matrix: 256 KiB, so that two of them and rows between them fit a cache of 1 MiB.
    private const int LanesInCache = 4096;

    // Rows lie far apart: shorter pieces of them would be fetched slowly.
    private const int FewestLanes = 16;

    /// <summary>The first block of a matrix.</summary>
    public static ColumnBlock First(int nodes, int lanes) =>
        new(0, Math.Min(lanes, Math.Max(FewestLanes, LanesInCache / nodes & ~1)));

    /// <summary>Whether it holds no column: all have had their turn.</summary>
    public bool IsEmpty => From == To;

    /// <summary>The block after this one.</summary>
    public ColumnBlock Next(int lanes) => new(To, Math.Min(lanes, To + To - From));
}
