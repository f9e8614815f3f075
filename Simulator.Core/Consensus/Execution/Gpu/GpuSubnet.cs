using Simulator.Core.Consensus.Columns;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>What kernels need to know of one subnet of a batch beside its matrices.</summary>
internal struct GpuSubnet
{
    /// <summary>Parameters of the bond rule.</summary>
    public RuleBits Rule;

    /// <summary>Validators with a row, the voting ones first, and how many of them vote.</summary>
    public int Rows,
        Voters;

    /// <summary>Number of its weight matrix in the batch; subnets with the same weights share one.</summary>
    public int Weights;

    /// <summary>Stake that may stay below the consensus weight.</summary>
    public uint Minority;
}
