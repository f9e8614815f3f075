using System.Collections.Immutable;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Parameters;

/// <summary>What holds for all subnets.</summary>
/// <remarks>Source: spec §3.2.</remarks>
internal static class NetworkParameters
{
    private static readonly ParameterEntries<GlobalParameters> New = new(new(), new());

    public static ImmutableArray<ParameterOf<GlobalParameters>> All { get; } =
    [
        New.Of(
            "tao_weight",
            "What one TAO staked on root counts as, beside one alpha staked on the subnet.",
            "§2.3",
            ParameterSetter.Root,
            ParameterKind.WideShare,
            p => p.TaoWeight,
            (p, v) => p with { TaoWeight = (ulong)v }
        ),
        New.Of(
            "subnet_owner_cut",
            "The owner's share of a subnet's emission, taken before miners and validators.",
            "§6.7",
            ParameterSetter.Root,
            ParameterKind.Share,
            p => p.SubnetOwnerCut.Raw,
            (p, v) => p with { SubnetOwnerCut = new((ushort)v) }
        ),
        New.Of(
            "stake_threshold",
            "Stake (alpha and weighted root TAO) below which a neuron may not set weights and counts as having none.",
            "§2.4 E2, §4.1",
            ParameterSetter.Root,
            ParameterKind.AlphaAmount,
            p => p.StakeThreshold.Rao,
            (p, v) => p with { StakeThreshold = new((ulong)v) }
        ),
        New.Of(
            "max_epochs_per_block",
            "Most epochs that run in one block; subnets beyond it wait a block.",
            "§2.1",
            ParameterSetter.Nobody,
            ParameterKind.Count,
            p => p.MaxEpochsPerBlock,
            (p, v) => p with { MaxEpochsPerBlock = (uint)v }
        ) with
        {
            Most = uint.MaxValue,
        },
        New.Of(
            "default_delegate_take",
            "The share of dividends that a hotkey's owner takes from its nominators; without nominators it changes nothing.",
            "§6.9",
            ParameterSetter.Root,
            ParameterKind.Share,
            p => p.DefaultDelegateTake.Raw,
            (p, v) => p with { DefaultDelegateTake = new((ushort)v) }
        ) with
        {
            Most = 11_796,
        },
        New.Of(
            "existential_deposit",
            "Balance that an account keeps whatever it pays.",
            "§3.2, §11.3.7",
            ParameterSetter.Nobody,
            ParameterKind.TaoAmount,
            p => p.ExistentialDeposit.Rao,
            (p, v) => p with { ExistentialDeposit = new((ulong)v) }
        ),
        New.Of(
            "alpha_emission",
            "Alpha created in each block for each subnet; stands in for the chain's emission curve.",
            "§6.7",
            ParameterSetter.Nobody,
            ParameterKind.AlphaAmount,
            p => p.AlphaEmission.Rao,
            (p, v) => p with { AlphaEmission = new((ulong)v) }
        ) with
        {
            Most = Alpha.Of(1000).Rao,
        },
    ];
}
