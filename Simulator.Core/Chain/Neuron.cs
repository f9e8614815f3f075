using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>One slot as the chain stores it: who holds it and what the last epoch gave it.</summary>
public readonly record struct Neuron
{
    /// <summary>The slot.</summary>
    public required Uid Uid { get; init; }

    /// <summary>The key that acts.</summary>
    public required Hotkey Hotkey { get; init; }

    /// <summary>The key that owns it.</summary>
    public required Coldkey Coldkey { get; init; }

    /// <summary>Block of its registration.</summary>
    public required Block RegisteredAt { get; init; }

    /// <summary>Whether it may set weights on others (stored permit).</summary>
    public bool ValidatorPermit { get; init; }

    /// <summary>Whether it set weights recently enough at the last epoch.</summary>
    public bool Active { get; init; }

    /// <summary>Alpha of the last epoch, incentive and dividends together.</summary>
    public Alpha Emission { get; init; }

    /// <summary>Normalised stake at the last epoch, out of 65,535.</summary>
    public PerU16 StakeWeight { get; init; }

    /// <summary>Consensus weight at the last epoch, out of 65,535.</summary>
    public PerU16 Consensus { get; init; }

    /// <summary>Incentive at the last epoch (first mechanism), out of 65,535.</summary>
    public PerU16 Incentive { get; init; }

    /// <summary>Dividends at the last epoch, out of 65,535.</summary>
    public PerU16 Dividends { get; init; }

    /// <summary>Validator trust at the last epoch, out of 65,535.</summary>
    public PerU16 ValidatorTrust { get; init; }
}
