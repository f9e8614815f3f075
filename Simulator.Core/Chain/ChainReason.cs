namespace Simulator.Core.Chain;

/// <summary>Why the chain refused, in the chain's own error names.</summary>
public enum ChainReason : byte
{
    /// <summary>It did not refuse.</summary>
    None,
}
