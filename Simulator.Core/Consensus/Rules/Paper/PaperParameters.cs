namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>What the paper rules can be told; each rule reads the part that it has.</summary>
/// <remarks>Source: variants §2. Defaults are those of the package, except the penalty, for which it has none.</remarks>
public sealed record PaperParameters
{
    /// <summary>Majority of stake κ that carries a consensus weight; above 1 every miner gets its largest weight.</summary>
    public double Kappa { get; init; } = 0.5;

    /// <summary>How far bonds follow the clipped weights, β: 0 not at all, 1 wholly.</summary>
    public double BondPenalty { get; init; } = 1;

    /// <summary>Share of the old bonds in the moving average, μ.</summary>
    public double BondMovingAverage { get; init; } = 0.1;

    /// <summary>Whether each bond moves at its own rate.</summary>
    public bool LiquidAlpha { get; init; }

    /// <summary>Lowest rate of a bond, a share of the new bond; above <see cref="AlphaHigh"/>, every rate is the highest.</summary>
    public double AlphaLow { get; init; } = 0.1;

    /// <summary>Highest rate of a bond, a share of the new bond.</summary>
    public double AlphaHigh { get; init; } = 0.3;

    /// <summary>Slope of the rate over the distance to the consensus.</summary>
    public double AlphaSigmoidSteepness { get; init; } = 10;

    /// <summary>Consensus that the rates are measured against.</summary>
    public ConsensusMode ConsensusMode { get; init; } = ConsensusMode.Current;

    /// <summary>Whether the rates see the weights after the penalty; Yuma 3 of the web application alone.</summary>
    public bool LiquidAlphaEffectiveWeights { get; init; }

    /// <summary>Share of a capacity bond that is lost in an epoch, δ.</summary>
    public double DecayRate { get; init; } = 0.1;

    /// <summary>Share of its capacity that a validator may buy in an epoch, γ.</summary>
    public double CapacityAlpha { get; init; } = 0.1;

    /// <summary>Whether the miners of the highest rank share all incentive.</summary>
    public bool WinnerTakesAll { get; init; }

    /// <summary>What an epoch pays out, TAO.</summary>
    public double TotalEpochEmission { get; init; } = 100;

    /// <summary>Share of it that validators get, ρ.</summary>
    public double ValidatorEmissionRatio { get; init; } = 0.41;

    /// <summary>Stake of the whole subnet, TAO.</summary>
    public double TotalSubnetStake { get; init; } = 1_000_000;

    /// <summary>The numbers by name, as the package spells them.</summary>
    internal IEnumerable<(string Name, double Value)> Numbers() =>
        [
            ("kappa", Kappa),
            ("bond_penalty", BondPenalty),
            ("bond_moving_avg", BondMovingAverage),
            ("alpha_low", AlphaLow),
            ("alpha_high", AlphaHigh),
            ("alpha_sigmoid_steepness", AlphaSigmoidSteepness),
            ("decay_rate", DecayRate),
            ("capacity_alpha", CapacityAlpha),
            ("total_epoch_emission", TotalEpochEmission),
            ("validator_emission_ratio", ValidatorEmissionRatio),
            ("total_subnet_stake", TotalSubnetStake),
        ];
}
