using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Sections;

/// <summary>Parameters of variants, under the names of the Python packages; what is left out is the rule's own.</summary>
[Description("Parameters of a variant; what is left out is as the rule has it.")]
internal sealed record ReplayParametersSection
{
    [Description("Majority of stake that carries a consensus weight."), Range(0.0, 10.0)]
    public double? Kappa { get; init; }

    [Description("How far bonds follow the clipped weights: 0 not at all, 1 wholly."), Range(0.0, 1.0)]
    public double? BondPenalty { get; init; }

    [Description("Share of the old bonds in the moving average."), Range(0.0, 1.0)]
    public double? BondMovingAvg { get; init; }

    [Description("Whether each bond moves at its own rate.")]
    public bool? LiquidAlpha { get; init; }

    [Description("Lowest rate of a bond, a share of the new bond."), Range(0.0, 1.0)]
    public double? AlphaLow { get; init; }

    [Description("Highest rate of a bond, a share of the new bond."), Range(0.0, 1.0)]
    public double? AlphaHigh { get; init; }

    [Description("Slope of the rate over the distance to the consensus."), Range(-300.0, 300.0)]
    public double? AlphaSigmoidSteepness { get; init; }

    [Description("Consensus that rates are measured against; the Yuma 3 family alone.")]
    public ConsensusMode? LiquidAlphaConsensusMode { get; init; }

    [Description("Whether rates see the weights after the penalty; Yuma 3 of the web application alone.")]
    public bool? LiquidAlphaEffectiveWeights { get; init; }

    [Description("Share of a capacity bond that is lost in an epoch; Yuma 2C alone."), Range(0.0, 1.0)]
    public double? DecayRate { get; init; }

    [
        Description("Share of its capacity that a validator may buy in an epoch; Yuma 2C alone."),
        Range(0.0, 1.0)
    ]
    public double? CapacityAlpha { get; init; }

    [Description("Whether the miners of the highest rank share all incentive; paper rules alone.")]
    public bool? WinnerTakesAll { get; init; }

    [Description("What an epoch pays out, TAO."), Range(0.0, 1e15)]
    public double? TotalEpochEmission { get; init; }

    [Description("Share of it that validators get."), Range(0.0, 1.0)]
    public double? ValidatorEmissionRatio { get; init; }

    [
        Description(
            "TAO that a stake of 1 in the source stands for; left out, 1,000,000 where stakes are shares, and 1 elsewhere."
        ),
        Range(0.0, 1e15)
    ]
    public double? TotalSubnetStake { get; init; }

    /// <summary>Parameters with these set.</summary>
    public PaperParameters Over(PaperParameters parameters) =>
        parameters with
        {
            Kappa = Kappa ?? parameters.Kappa,
            BondPenalty = BondPenalty ?? parameters.BondPenalty,
            BondMovingAverage = BondMovingAvg ?? parameters.BondMovingAverage,
            LiquidAlpha = LiquidAlpha ?? parameters.LiquidAlpha,
            AlphaLow = AlphaLow ?? parameters.AlphaLow,
            AlphaHigh = AlphaHigh ?? parameters.AlphaHigh,
            AlphaSigmoidSteepness = AlphaSigmoidSteepness ?? parameters.AlphaSigmoidSteepness,
            ConsensusMode = LiquidAlphaConsensusMode ?? parameters.ConsensusMode,
            LiquidAlphaEffectiveWeights =
                LiquidAlphaEffectiveWeights ?? parameters.LiquidAlphaEffectiveWeights,
            DecayRate = DecayRate ?? parameters.DecayRate,
            CapacityAlpha = CapacityAlpha ?? parameters.CapacityAlpha,
            WinnerTakesAll = WinnerTakesAll ?? parameters.WinnerTakesAll,
            TotalEpochEmission = TotalEpochEmission ?? parameters.TotalEpochEmission,
            ValidatorEmissionRatio = ValidatorEmissionRatio ?? parameters.ValidatorEmissionRatio,
            TotalSubnetStake = TotalSubnetStake ?? parameters.TotalSubnetStake,
        };
}
