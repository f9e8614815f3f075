using System.Collections.Immutable;
using Simulator.Core.Numerics;
using Simulator.Core.Units;
using Entry = Simulator.Core.Chain.Parameters.ParameterOf<Simulator.Core.Chain.Hyperparameters>;

namespace Simulator.Core.Chain.Parameters;

/// <summary>Registration, pruning, pay and mechanisms.</summary>
/// <remarks>Source: spec §3.1.</remarks>
internal static class LifeParameters
{
    private const ParameterSetter Root = ParameterSetter.Root;
    private const ParameterSetter Owner = ParameterSetter.OwnerAndRoot;

    private static readonly ParameterEntries<Hyperparameters> New = new(Hyperparameters.Storage, new());

    public static ImmutableArray<Entry> All { get; } =
    [
        New.Blocks(
            "immunity_period",
            "How long a newcomer is not pruned.",
            "§5.3",
            Owner,
            p => p.ImmunityPeriod,
            (p, v) => p with { ImmunityPeriod = v },
            most: ushort.MaxValue
        ),
        New.Flag(
            "registration_allowed",
            "Whether anyone may register; a subnet that forbids it gets no emission.",
            "§5.1, §6.2",
            Root,
            p => p.RegistrationAllowed,
            (p, v) => p with { RegistrationAllowed = v }
        ),
        New.Amount(
            "burn",
            "Price of the first registration; from then on the chain raises and lowers it.",
            "§5.2",
            ParameterSetter.Nobody,
            p => p.Burn,
            (p, v) => p with { Burn = v }
        ),
        New.Amount(
            "min_burn",
            "Lowest price of a registration.",
            "§5.2",
            Owner,
            p => p.MinBurn,
            (p, v) => p with { MinBurn = v }
        ) with
        {
            Most = Tao.RaoPerTao - 1,
        },
        New.Amount(
            "max_burn",
            "Highest price of a registration.",
            "§5.2",
            Owner,
            p => p.MaxBurn,
            (p, v) => p with { MaxBurn = v }
        ) with
        {
            Least = Tao.RaoPerTao / 10 + 1,
        },
        New.Blocks(
            "burn_half_life",
            "Blocks in which the price of a registration halves while nobody registers.",
            "§5.2",
            Owner,
            p => p.BurnHalfLife,
            (p, v) => p with { BurnHalfLife = v },
            least: 1,
            most: 36_100
        ),
        New.Of(
            "burn_increase_mult",
            "Factor by which each registration raises the price of the next.",
            "§5.2",
            Owner,
            ParameterKind.Multiplier,
            p => (Int128)p.BurnIncreaseMult.Bits,
            (p, v) => p with { BurnIncreaseMult = U64F64.FromBits((UInt128)v) }
        ) with
        {
            Least = (Int128)U64F64.One.Bits,
            Most = 3 * (Int128)U64F64.One.Bits,
        },
        New.Count(
            "immune_owner_uids_limit",
            "How many hotkeys of the subnet's owner are never pruned.",
            "§5.3",
            Owner,
            p => p.ImmuneOwnerUidsLimit,
            (p, v) => p with { ImmuneOwnerUidsLimit = (ushort)v },
            least: 1,
            most: 10
        ),
        New.Count(
            "min_non_immune_uids",
            "While no more slots than this are out of immunity, immune ones are pruned instead.",
            "§5.4",
            Root,
            p => p.MinNonImmuneUids,
            (p, v) => p with { MinNonImmuneUids = (ushort)v },
            most: ushort.MaxValue
        ),
        New.Flag(
            "owner_cut_enabled",
            "Whether the owner gets its share of the subnet's emission.",
            "§6.7",
            Owner,
            p => p.OwnerCutEnabled,
            (p, v) => p with { OwnerCutEnabled = v }
        ),
        New.Of(
            "recycle_or_burn",
            "What becomes of incentive that the owner's own miners earn: it is never paid.",
            "§6.9, §6.13",
            Owner,
            ParameterKind.Choice,
            p => (byte)p.RecycleOrBurn,
            (p, v) => p with { RecycleOrBurn = (RecycleOrBurn)(byte)v }
        ) with
        {
            Words = ["burn", "recycle"],
            Least = 0,
            Most = 1,
        },
        New.Count(
            "mechanism_count",
            "Number of mechanisms, each with weights, bonds and a share of emission of its own.",
            "§2.10",
            Owner,
            p => p.MechanismCount,
            (p, v) => p with { MechanismCount = (byte)v },
            least: 1,
            most: GlobalParameters.MaxMechanisms
        ) with
        {
            OwnerMost = 2,
        },
    ];
}
