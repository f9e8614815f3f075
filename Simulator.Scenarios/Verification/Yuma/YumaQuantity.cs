namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>What a column of a golden table holds.</summary>
internal enum YumaQuantity
{
    /// <summary>Consensus weight of a miner.</summary>
    Consensus,

    /// <summary>Incentive of a miner.</summary>
    Incentive,

    /// <summary>Trust of a miner.</summary>
    Trust,

    /// <summary>Trust of a validator.</summary>
    ValidatorTrust,

    /// <summary>Dividend of a validator, normalised.</summary>
    Dividend,

    /// <summary>Dividend of a validator for 1000 TAO of stake.</summary>
    DividendPer1000,

    /// <summary>Bond of a validator to a miner.</summary>
    Bond,

    /// <summary>Rate of such a bond; blank where there is none.</summary>
    Rate,
}
