using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Weights;

/// <summary>What the chain asks of weights before it stores them, in its order: the first objection decides.</summary>
/// <remarks>Source: spec §4.1–4.2; a direct set and a reveal pass the same list.</remarks>
internal static class WeightsCheck
{
    public static ChainReason Objection(
        Network network,
        NetUid netuid,
        MechId mechanism,
        Hotkey hotkey,
        WeightVector weights
    )
    {
        // 1. Root has no weights.
        if (netuid.Index == 0)
        {
            return ChainReason.CanNotSetRootNetworkWeights;
        }
        // 2. One value for each slot.
        if (weights.Uids.Length != weights.Values.Length)
        {
            return ChainReason.WeightVecNotEqualSize;
        }
        // 3. The subnet has that mechanism.
        if (network.Find(netuid) is not { } subnet || subnet.Mechanism(mechanism) is not { } state)
        {
            return ChainReason.MechanismDoesNotExist;
        }
        // 4. No more weights than slots.
        Slots slots = subnet.Slots;
        if (weights.Uids.Length > slots.Count)
        {
            return ChainReason.UidsLengthExceedUidsInSubNet;
        }
        // 5. The hotkey holds a slot.
        if (slots.UidOf(hotkey) is not { } uid)
        {
            return ChainReason.HotKeyNotRegisteredInSubNet;
        }
        // 6. Enough stake; the owner's hotkey needs none.
        bool isOwner = hotkey == subnet.OwnerHotkey;
        if (!isOwner && !HasStake(network, subnet, hotkey))
        {
            return ChainReason.NotEnoughStakeToSetWeights;
        }
        // 7. A client that is new enough.
        Hyperparameters p = subnet.Hyperparameters;
        if (p.WeightsVersionKey != 0 && weights.VersionKey < p.WeightsVersionKey)
        {
            return ChainReason.IncorrectWeightVersionKey;
        }
        // 8. Not too fast; a commit was checked when it came.
        if (!p.CommitRevealWeightsEnabled && !IsSlowEnough(state, uid, network.Block, p.WeightsSetRateLimit))
        {
            return ChainReason.SettingWeightsTooFast;
        }
        // 9. A permit, except to weigh nobody but oneself.
        bool isSelfWeight = weights.Uids.Length == 1 && weights.Uids[0] == uid;
        if (!isSelfWeight && !isOwner && !slots.ValidatorPermit[uid])
        {
            return ChainReason.NeuronNoValidatorPermit;
        }
        // 10. Every slot once.
        if (HasDuplicates(weights.Uids.AsSpan()))
        {
            return ChainReason.DuplicateUids;
        }
        // 11. Slots that exist.
        if (weights.Uids.AsSpan().ContainsAnyInRange((ushort)slots.Count, ushort.MaxValue))
        {
            return ChainReason.UidVecContainInvalidOne;
        }
        // 12. Enough weights, as far as there are slots.
        if (!isSelfWeight && weights.Uids.Length < Math.Min(p.MinAllowedWeights, slots.Count))
        {
            return ChainReason.WeightVecLengthIsLow;
        }
        // 13.–14. No weight has too large a share; today's limit is the whole.
        if (
            !isSelfWeight
            && p.MaxWeightLimit.Raw != PerU16.One
            && !MaxUpscale.IsWithin(MaxUpscale.ToU16(weights.Values.AsSpan()), p.MaxWeightLimit.Raw)
        )
        {
            return ChainReason.MaxWeightExceeded;
        }
        return ChainReason.None;
    }

    /// <summary>Whether enough blocks passed since the last weights, commit or registration; one who never had any may.</summary>
    public static bool IsSlowEnough(MechanismState state, ushort uid, Block now, BlockSpan limit) =>
        state.LastUpdate[uid] == 0 || Saturating.Sub(now.Height, state.LastUpdate[uid]) >= limit.Length;

    private static bool HasStake(Network network, Subnet subnet, Hotkey hotkey) =>
        network.WeightedStake(subnet, hotkey).ToUInt64() >= network.Parameters.StakeThreshold.Rao;

    private static bool HasDuplicates(ReadOnlySpan<ushort> uids)
    {
        for (int i = 1; i < uids.Length; i++)
        {
            if (uids[..i].Contains(uids[i]))
            {
                return true;
            }
        }
        return false;
    }
}
