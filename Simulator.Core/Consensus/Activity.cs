namespace Simulator.Core.Consensus;

/// <summary>When a neuron that sets no weights counts as inactive.</summary>
/// <remarks>Source: spec §2.4, E1.</remarks>
public static class Activity
{
    /// <summary>Blocks without weights after which a neuron is inactive: max(1, floor(factor · tempo / 1000)).</summary>
    /// <param name="factorMilli">Thousandths of a tempo.</param>
    /// <param name="tempo">Blocks between epochs.</param>
    public static ulong CutoffBlocks(uint factorMilli, ushort tempo) =>
        Math.Max(1, (ulong)factorMilli * tempo / 1000);

    /// <summary>Whether the last update lies further back than the cutoff.</summary>
    public static bool IsInactive(ulong lastUpdate, ulong cutoff, ulong currentBlock) =>
        lastUpdate < currentBlock && currentBlock - lastUpdate > cutoff;
}
