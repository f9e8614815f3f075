using System.Collections.Immutable;
using Simulator.Core.Chain.Parameters;
using Simulator.Core.Consensus;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>The hyperparameters of one subnet under the chain's names; the defaults are those of a new subnet.</summary>
/// <remarks>Source: spec §3.1. Meaning, unit, bounds and setter of each stand in <see cref="ParameterCatalog"/>.</remarks>
public sealed record Hyperparameters
{
    /// <summary>The values of a subnet for which nothing was ever set.</summary>
    public static Hyperparameters Storage { get; } =
        new()
        {
            MaxAllowedValidators = 128,
            MinAllowedWeights = 1024,
            Yuma3Enabled = false,
            ImmunityPeriod = new(4096),
            Burn = Tao.Of(0.1m),
        };

    /// <summary>Blocks between epochs; 0 stops them.</summary>
    public BlockSpan Tempo { get; init; } = new(360);

    /// <summary>Number of slots.</summary>
    public ushort MaxAllowedUids { get; init; } = 256;

    /// <summary>Fewest slots that trimming may leave.</summary>
    public ushort MinAllowedUids { get; init; } = 64;

    /// <summary>How many of the largest stakes get a permit.</summary>
    public ushort MaxAllowedValidators { get; init; } = 64;

    /// <summary>Fewest weights that a validator may set.</summary>
    public ushort MinAllowedWeights { get; init; } = 1;

    /// <summary>Largest share of one weight; a constant today.</summary>
    public PerU16 MaxWeightLimit { get; init; } = new(PerU16.One);

    /// <summary>Fewest blocks between two sets or commits of one validator.</summary>
    public BlockSpan WeightsSetRateLimit { get; init; } = new(100);

    /// <summary>Smallest version that clients must name; 0 lets any pass.</summary>
    public ulong WeightsVersionKey { get; init; }

    /// <summary>Majority of stake κ that carries a consensus weight.</summary>
    public PerU16 Kappa { get; init; } = new(32_767);

    /// <summary>Slope ρ of the old consensus shape; today's epoch does not read it.</summary>
    public ushort Rho { get; init; } = 10;

    /// <summary>Slope of a bond's own rate, times 100.</summary>
    public short AlphaSigmoidSteepness { get; init; } = 1000;

    /// <summary>Memory of the bonds' moving average, out of 1,000,000.</summary>
    public ulong BondsMovingAverage { get; init; } = 900_000;

    /// <summary>How far bonds follow the clipped weights: 0 not at all, 1 wholly.</summary>
    public PerU16 BondsPenalty { get; init; } = new(PerU16.One);

    /// <summary>Whether a miner may have the bonds towards it removed.</summary>
    public bool BondsResetEnabled { get; init; }

    /// <summary>Whether each bond moves at its own rate.</summary>
    public bool LiquidAlphaEnabled { get; init; }

    /// <summary>Lowest rate of a bond.</summary>
    public PerU16 AlphaLow { get; init; } = new(45_875);

    /// <summary>Highest rate of a bond.</summary>
    public PerU16 AlphaHigh { get; init; } = new(58_982);

    /// <summary>Whether bonds are absolute moving averages of weights.</summary>
    public bool Yuma3Enabled { get; init; } = true;

    /// <summary>How long a newcomer is not pruned.</summary>
    public BlockSpan ImmunityPeriod { get; init; } = new(5000);

    /// <summary>Thousandths of a tempo after which a neuron that sets no weights is inactive.</summary>
    public uint ActivityCutoffFactorMilli { get; init; } = 13_889;

    /// <summary>Whether weights are committed first and revealed later.</summary>
    public bool CommitRevealWeightsEnabled { get; init; } = true;

    /// <summary>Epochs from commit to reveal.</summary>
    public ulong RevealPeriodEpochs { get; init; } = 1;

    /// <summary>Whether anyone may register; a subnet that forbids it gets no emission.</summary>
    public bool RegistrationAllowed { get; init; } = true;

    /// <summary>Price of the first registration; from then on the chain moves it.</summary>
    public Tao Burn { get; init; } = Tao.Of(1);

    /// <summary>Lowest price of a registration.</summary>
    public Tao MinBurn { get; init; } = new(500_000);

    /// <summary>Highest price of a registration.</summary>
    public Tao MaxBurn { get; init; } = Tao.Of(100);

    /// <summary>Blocks in which the price halves.</summary>
    public BlockSpan BurnHalfLife { get; init; } = new(360);

    /// <summary>Factor by which each registration raises the price.</summary>
    public U64F64 BurnIncreaseMult { get; init; } = U64F64.FromDouble(1.26);

    /// <summary>How many of the owner's hotkeys are never pruned.</summary>
    public ushort ImmuneOwnerUidsLimit { get; init; } = 1;

    /// <summary>Number of slots out of immunity at and below which immune ones are pruned instead.</summary>
    public ushort MinNonImmuneUids { get; init; } = 10;

    /// <summary>Whether the owner gets its share of the subnet's emission.</summary>
    public bool OwnerCutEnabled { get; init; } = true;

    /// <summary>What becomes of incentive that the owner's miners earn.</summary>
    public RecycleOrBurn RecycleOrBurn { get; init; }

    /// <summary>Number of mechanisms.</summary>
    public byte MechanismCount { get; init; } = 1;

    /// <summary>Shares of the mechanisms out of 65,535, missing ones being 0; empty to divide evenly.</summary>
    public ImmutableArray<ushort> MechanismEmissionSplit { get; init; } = [];

    /// <summary>Everything that even root could not set, one problem each.</summary>
    /// <param name="path">Where these parameters stand in the description, such as <c>subnet</c>.</param>
    public IEnumerable<Problem> Problems(string path) => HyperparameterRules.Problems(this, path);

    /// <summary>What root may set and the subnet's owner may not, to be noted and not refused.</summary>
    /// <param name="path">Where these parameters stand in the description, such as <c>subnet</c>.</param>
    public IEnumerable<Problem> OwnerNotes(string path) => HyperparameterRules.OwnerNotes(this, path);

    /// <summary>The parameters that the epoch reads.</summary>
    public EpochParameters ForEpoch(GlobalParameters global) =>
        new()
        {
            Tempo = (ushort)Tempo.Length,
            ActivityCutoffFactorMilli = ActivityCutoffFactorMilli,
            TaoWeight = global.TaoWeight,
            StakeThreshold = global.StakeThreshold.Rao,
            MaxAllowedValidators = MaxAllowedValidators,
            Kappa = Kappa,
            Rho = Rho,
            BondsPenalty = BondsPenalty,
            BondsMovingAverage = BondsMovingAverage,
            Yuma3On = Yuma3Enabled,
            LiquidAlphaOn = LiquidAlphaEnabled,
            AlphaLow = AlphaLow,
            AlphaHigh = AlphaHigh,
            AlphaSigmoidSteepness = AlphaSigmoidSteepness,
            CommitRevealEnabled = CommitRevealWeightsEnabled,
        };
}
