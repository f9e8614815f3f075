using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Studies.Retention;
using Simulator.Core.Units;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>retention</c>.</summary>
[Description(
    "A retention map in place of a world: how much utility an honest side needs to keep its share of stake."
)]
internal sealed record RetentionSection
{
    private static readonly RetentionPlan Default = new();

    [Description("Shares of stake that the honest side has, each between 0 and 1.")]
    public ImmutableArray<double> HonestStakes { get; init; } = Default.HonestStakes;

    [Description("Steps of the honest side's utility from 0 to 1."), Range(1, 1000)]
    public int HonestSteps { get; init; } = Default.HonestUtilities.Length - 1;

    [Description("Steps of the cabal's utility from 0 to 1."), Range(1, 1000)]
    public int CabalSteps { get; init; } = Default.CabalUtilities.Length - 1;

    [Description("Slots of the subnet.")]
    public int Nodes { get; init; } = Default.Nodes;

    [Description("How many of them validate.")]
    public int Validators { get; init; } = Default.Validators;

    [Description("Standard deviation of stakes around a mean of 1.")]
    public double StakeSigma { get; init; } = Default.StakeDeviation;

    [Description("Standard deviation of weights around a mean of 1.")]
    public double Sigma { get; init; } = Default.WeightDeviation;

    [Description("Majority of stake that carries a consensus weight.")]
    public PerU16 Kappa { get; init; } = Default.Kappa;

    [Description("Bonds penalty: how far bonds follow the clipped weights.")]
    public PerU16 Beta { get; init; } = Default.BondsPenalty;

    [Description("Share of the emission that goes to validators; one half is the chain's.")]
    public double Xi { get; init; } = Default.ValidatorShare;

    [Description("Draws of stakes and weights; they give the 95% intervals.")]
    public int Draws { get; init; } = Default.Draws;

    [Description("Published utilities that the map must reproduce.")]
    public ImmutableArray<PublishedSection> Published { get; init; } = [];

    /// <summary>The plan that it describes.</summary>
    public RetentionPlan ToPlan() =>
        new()
        {
            HonestStakes = HonestStakes,
            HonestUtilities = RetentionPlan.Steps(HonestSteps),
            CabalUtilities = RetentionPlan.Steps(CabalSteps),
            Nodes = Nodes,
            Validators = Validators,
            StakeDeviation = StakeSigma,
            WeightDeviation = Sigma,
            Kappa = Kappa,
            BondsPenalty = Beta,
            ValidatorShare = Xi,
            Draws = Draws,
        };
}
