using Simulator.Core.Units;

namespace Simulator.Core.Consensus;

/// <summary>The hyperparameters that one epoch reads, in the chain's units; defaults are those of a new subnet.</summary>
/// <remarks>Source: spec §2.3–2.7, §3.1.</remarks>
public sealed record EpochParameters
{
    /// <summary>Blocks between epochs.</summary>
    public ushort Tempo { get; init; } = 360;

    /// <summary>Thousandths of a tempo after which a neuron that sets no weights is inactive.</summary>
    public uint ActivityCutoffFactorMilli { get; init; } = 13_889;

    /// <summary>Weight of root TAO, out of 2⁶⁴ − 1.</summary>
    public ulong TaoWeight { get; init; } = 971_718_665_099_567_868;

    /// <summary>Stake below which a neuron counts as having none, rao.</summary>
    public ulong StakeThreshold { get; init; }

    /// <summary>How many of the largest stakes get a permit.</summary>
    public ushort MaxAllowedValidators { get; init; } = 64;

    /// <summary>Majority of stake κ that carries a consensus weight.</summary>
    public PerU16 Kappa { get; init; } = new(32_767);

    /// <summary>Slope ρ of the consensus before the median; of all rules yuma1-sigmoid alone reads it.</summary>
    public ushort Rho { get; init; } = 10;

    /// <summary>How far bonds follow the clipped weights: 0 not at all, 1 wholly.</summary>
    public PerU16 BondsPenalty { get; init; } = new(ushort.MaxValue);

    /// <summary>Memory of the bonds' moving average, out of 1,000,000.</summary>
    public ulong BondsMovingAverage { get; init; } = 900_000;

    /// <summary>Whether bonds are absolute moving averages of weights (Yuma3) or shares of stake (before).</summary>
    public bool Yuma3On { get; init; } = true;

    /// <summary>Whether each bond moves at its own rate; acts under Yuma3 alone.</summary>
    public bool LiquidAlphaOn { get; init; }

    /// <summary>Lowest rate of a bond.</summary>
    public PerU16 AlphaLow { get; init; } = new(45_875);

    /// <summary>Highest rate of a bond.</summary>
    public PerU16 AlphaHigh { get; init; } = new(58_982);

    /// <summary>Slope of the rate, times 100.</summary>
    public short AlphaSigmoidSteepness { get; init; } = 1000;

    /// <summary>Whether weights are committed first and revealed later.</summary>
    public bool CommitRevealEnabled { get; init; } = true;
}
