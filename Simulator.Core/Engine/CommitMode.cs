namespace Simulator.Core.Engine;

/// <summary>How validators hide their weights while the subnet demands commits.</summary>
public enum CommitMode : byte
{
    /// <summary>The chain itself reveals them when a beacon's pulse comes.</summary>
    Timelock,

    /// <summary>The validator commits a token and reveals the weights itself.</summary>
    Hash,
}
