namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Which consensus the liquid rates of the Yuma 3 family are measured against; other rules use the current one.</summary>
/// <remarks>Source: variants §3.</remarks>
public enum ConsensusMode
{
    /// <summary>That of this epoch.</summary>
    Current,

    /// <summary>That of the epoch before.</summary>
    Previous,

    /// <summary>The larger of both, miner by miner.</summary>
    Mixed,

    /// <summary>The previous one where bonds follow clipped weights alone (β = 1), else the current one.</summary>
    Auto,
}
