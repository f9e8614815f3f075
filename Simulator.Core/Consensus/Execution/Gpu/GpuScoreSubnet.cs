using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>What kernels need to know of one subnet whose weights they make.</summary>
internal struct GpuScoreSubnet
{
    /// <summary>The rule of its scores.</summary>
    public ScoreBits Rule;

    /// <summary>Where scores are drawn: their distribution.</summary>
    public double Mean,
        Deviation;

    /// <summary>Its validators and miners, and 1 where its scores are drawn.</summary>
    public int Rows,
        Columns,
        IsDrawn;
}
