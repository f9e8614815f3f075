using Simulator.Core.Chain.Registrations;
using Simulator.Core.Chain.Weights;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Hands an extrinsic to the part of the chain that does it.</summary>
internal static class Dispatch
{
    public static ChainReason Execute(Network network, Extrinsic extrinsic) =>
        extrinsic switch
        {
            Register call => Registration.Execute(network, call),
            SetWeights call => Set(network, call),
            CommitWeights call => Commits.Commit(network, call),
            CommitTimelockedWeights call => Commits.Commit(network, call),
            RevealWeights call => Commits.Reveal(network, call),
            Sell call => Sell(network, call),
            ResetBonds call => Reset(network, call),
            _ => throw new ArgumentException($"Nobody executes {extrinsic}.", nameof(extrinsic)),
        };

    /// <remarks>Source: spec §4.1: the public call is refused before every other check where weights are committed.</remarks>
    private static ChainReason Set(Network network, SetWeights call)
    {
        if (network.Find(call.NetUid) is { Hyperparameters.CommitRevealWeightsEnabled: true })
        {
            return ChainReason.CommitRevealEnabled;
        }
        ChainReason objection = WeightsCheck.Objection(
            network,
            call.NetUid,
            call.Mechanism,
            call.Hotkey,
            call.Weights
        );
        if (objection != ChainReason.None)
        {
            return objection;
        }
        Subnet subnet = network[call.NetUid];
        Uid uid = new(subnet.Slots.UidOf(call.Hotkey)!.Value);
        WeightsStore.Put(network, subnet, call.Mechanism, uid, call.Weights);
        Log(network, call, ChainEventKind.WeightsSet, uid.Index, -1, (ulong)call.Weights.Uids.Length);
        return ChainReason.None;
    }

    /// <remarks>Differs from subtensor: at a fixed price instead of through the pool.</remarks>
    private static ChainReason Sell(Network network, Sell call)
    {
        if (network.Find(call.NetUid) is not { } subnet)
        {
            return ChainReason.SubnetNotExists;
        }
        if (network.Accounts.Owner(call.Hotkey) is not { } owner)
        {
            return ChainReason.HotKeyAccountNotExists;
        }
        if (subnet.Alpha.Stake(call.Hotkey) < call.Amount.Rao)
        {
            return ChainReason.NotEnoughStakeToWithdraw;
        }
        Tao income = new((ulong)((UInt128)call.Amount.Rao * subnet.AlphaPrice.Rao / Alpha.RaoPerAlpha));
        subnet.Alpha.Sell(call.Hotkey, call.Amount.Rao);
        network.Accounts.Credit(owner, income);
        network.TaoFromSales += income;
        int uid = subnet.Slots.UidOf(call.Hotkey) ?? -1;
        Log(network, call, ChainEventKind.Sold, uid, (long)call.Hotkey.Id, income.Rao);
        return ChainReason.None;
    }

    /// <remarks>Source: spec §2.9: where it is not enabled, or by a hotkey without a slot, it does nothing.</remarks>
    private static ChainReason Reset(Network network, ResetBonds call)
    {
        if (network.Find(call.NetUid) is not { } subnet || subnet.Mechanism(call.Mechanism) is not { } state)
        {
            return ChainReason.MechanismDoesNotExist;
        }
        if (subnet.Hyperparameters.BondsResetEnabled && subnet.Slots.UidOf(call.Hotkey) is { } uid)
        {
            state.Bonds.RemoveColumn(uid);
            Log(network, call, ChainEventKind.BondsReset, uid, (long)call.Hotkey.Id, 0);
        }
        return ChainReason.None;
    }

    private static void Log(
        Network network,
        Extrinsic call,
        ChainEventKind kind,
        int uid,
        long other,
        ulong amount
    ) => network.Log.Record(new(kind, call.NetUid, call.Mechanism, uid, other, amount, ChainReason.None));
}
