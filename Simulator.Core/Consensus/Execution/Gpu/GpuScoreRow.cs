namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>What kernels need to know of one validator whose weights they make.</summary>
internal struct GpuScoreRow
{
    /// <summary>Key of its stream of random numbers, and the first block whose miners came too late.</summary>
    public ulong Key,
        End;

    /// <summary>Column of its own slot, or −1.</summary>
    public int Self;
}
