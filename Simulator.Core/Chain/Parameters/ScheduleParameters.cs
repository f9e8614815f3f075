using System.Collections.Immutable;
using Simulator.Core.Units;
using Entry = Simulator.Core.Chain.Parameters.ParameterOf<Simulator.Core.Chain.Hyperparameters>;

namespace Simulator.Core.Chain.Parameters;

/// <summary>Epochs, slots, and how weights are set.</summary>
/// <remarks>Source: spec §3.1.</remarks>
internal static class ScheduleParameters
{
    private const ParameterSetter Root = ParameterSetter.Root;
    private const ParameterSetter Owner = ParameterSetter.OwnerAndRoot;

    private static readonly ParameterEntries<Hyperparameters> New = new(Hyperparameters.Storage, new());

    public static ImmutableArray<Entry> All { get; } =
    [
        New.Blocks(
            "tempo",
            "Blocks from one epoch to the next; 0 stops epochs.",
            "§2.1",
            Owner,
            p => p.Tempo,
            (p, v) => p with { Tempo = v },
            most: ushort.MaxValue
        ) with
        {
            OwnerLeast = 360,
            OwnerMost = 50_400,
        },
        New.Count(
            "max_allowed_uids",
            "Number of slots; once they are full a newcomer replaces somebody.",
            "§5.1, §5.4",
            Owner,
            p => p.MaxAllowedUids,
            (p, v) => p with { MaxAllowedUids = (ushort)v },
            least: 1,
            most: 256
        ),
        New.Count(
            "min_allowed_uids",
            "Fewest slots that trimming may leave.",
            "§5.5",
            Root,
            p => p.MinAllowedUids,
            (p, v) => p with { MinAllowedUids = (ushort)v },
            most: ushort.MaxValue
        ),
        New.Count(
            "max_allowed_validators",
            "How many of the largest stakes get a validator permit.",
            "§2.4 E4",
            Root,
            p => p.MaxAllowedValidators,
            (p, v) => p with { MaxAllowedValidators = (ushort)v },
            most: ushort.MaxValue
        ),
        New.Count(
            "min_allowed_weights",
            "Fewest weights that a validator may set; a small subnet asks for no more than it has slots.",
            "§4.1",
            Owner,
            p => p.MinAllowedWeights,
            (p, v) => p with { MinAllowedWeights = (ushort)v },
            most: ushort.MaxValue
        ),
        New.Share(
            "max_weight_limit",
            "Largest share of one weight; a constant of today's chain, so it never bites.",
            "§4.1",
            ParameterSetter.Nobody,
            p => p.MaxWeightLimit,
            (p, v) => p with { MaxWeightLimit = v }
        ) with
        {
            Least = PerU16.One,
        },
        New.Blocks(
            "weights_set_rate_limit",
            "Fewest blocks between two sets or commits of one validator; counts from registration too.",
            "§4.2",
            Root,
            p => p.WeightsSetRateLimit,
            (p, v) => p with { WeightsSetRateLimit = v }
        ),
        New.Count(
            "weights_version_key",
            "Smallest version that a client must name to set weights; 0 lets any pass.",
            "§4.1",
            Owner,
            p => p.WeightsVersionKey,
            (p, v) => p with { WeightsVersionKey = v }
        ),
        New.Flag(
            "commit_reveal_weights_enabled",
            "Whether weights are committed first and revealed later, so that copiers see old ones.",
            "§4.3–4.6, §2.4 E6d",
            Owner,
            p => p.CommitRevealWeightsEnabled,
            (p, v) => p with { CommitRevealWeightsEnabled = v }
        ),
        New.Count(
            "reveal_period_epochs",
            "Epochs from commit to reveal.",
            "§4.3",
            Owner,
            p => p.RevealPeriodEpochs,
            (p, v) => p with { RevealPeriodEpochs = v },
            least: 1,
            most: 100
        ),
    ];
}
