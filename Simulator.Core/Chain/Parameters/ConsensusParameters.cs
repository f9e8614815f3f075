using System.Collections.Immutable;
using Entry = Simulator.Core.Chain.Parameters.ParameterOf<Simulator.Core.Chain.Hyperparameters>;

namespace Simulator.Core.Chain.Parameters;

/// <summary>What the epoch computes with.</summary>
/// <remarks>Source: spec §3.1.</remarks>
internal static class ConsensusParameters
{
    private const ParameterSetter Root = ParameterSetter.Root;
    private const ParameterSetter Owner = ParameterSetter.OwnerAndRoot;

    private static readonly ParameterEntries<Hyperparameters> New = new(Hyperparameters.Storage, new());

    public static ImmutableArray<Entry> All { get; } =
    [
        New.Share(
            "kappa",
            "Majority of stake that must support a weight for it to become the consensus.",
            "§2.4 E7, §1.5",
            Root,
            p => p.Kappa,
            (p, v) => p with { Kappa = v }
        ),
        New.Count(
            "rho",
            "Slope of the old consensus shape; today's epoch does not read it.",
            "§1.3",
            Owner,
            p => p.Rho,
            (p, v) => p with { Rho = (ushort)v },
            most: ushort.MaxValue
        ),
        New.Of(
            "alpha_sigmoid_steepness",
            "How sharply a bond's rate rises with the distance of its weight from consensus (liquid alpha).",
            "§2.7",
            Owner,
            ParameterKind.Slope,
            p => p.AlphaSigmoidSteepness,
            (p, v) => p with { AlphaSigmoidSteepness = (short)v }
        ) with
        {
            OwnerLeast = 0,
        },
        New.Of(
            "bonds_moving_average",
            "Share of the old bond that each epoch keeps.",
            "§2.5 B3, §2.6 Y2",
            Owner,
            ParameterKind.Ppm,
            p => p.BondsMovingAverage,
            (p, v) => p with { BondsMovingAverage = (ulong)v }
        ) with
        {
            OwnerMost = 975_000,
        },
        New.Share(
            "bonds_penalty",
            "How far bonds follow the weights clipped at consensus: 0 not at all, 1 wholly.",
            "§2.4 E10",
            Owner,
            p => p.BondsPenalty,
            (p, v) => p with { BondsPenalty = v }
        ),
        New.Flag(
            "bonds_reset_enabled",
            "Whether a miner may have the bonds towards it removed.",
            "§2.9",
            Owner,
            p => p.BondsResetEnabled,
            (p, v) => p with { BondsResetEnabled = v }
        ),
        New.Flag(
            "liquid_alpha_enabled",
            "Whether each bond moves at its own rate; acts under Yuma3 alone.",
            "§2.7",
            Owner,
            p => p.LiquidAlphaEnabled,
            (p, v) => p with { LiquidAlphaEnabled = v }
        ),
        New.Share(
            "alpha_low",
            "Lowest rate at which a bond takes up a new weight (liquid alpha).",
            "§2.7",
            Owner,
            p => p.AlphaLow,
            (p, v) => p with { AlphaLow = v }
        ) with
        {
            Least = 1638,
        },
        New.Share(
            "alpha_high",
            "Highest rate at which a bond takes up a new weight (liquid alpha).",
            "§2.7",
            Owner,
            p => p.AlphaHigh,
            (p, v) => p with { AlphaHigh = v }
        ) with
        {
            Least = 1638,
        },
        New.Flag(
            "yuma3_enabled",
            "Whether bonds are absolute moving averages of weights (Yuma3) or shares of stake (before).",
            "§2.5, §2.6",
            Owner,
            p => p.Yuma3Enabled,
            (p, v) => p with { Yuma3Enabled = v }
        ),
        New.Count(
            "activity_cutoff_factor_milli",
            "Thousandths of a tempo after which a validator that sets no weights counts as inactive.",
            "§2.4 E1",
            Owner,
            p => p.ActivityCutoffFactorMilli,
            (p, v) => p with { ActivityCutoffFactorMilli = (uint)v },
            least: 1000,
            most: 50_000
        ),
    ];
}
