using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Registrations;

/// <summary>Lets a hotkey enter a subnet for the price of the moment.</summary>
/// <remarks>
/// Source: spec §5.1, §11.3.7. Differs from subtensor: the price stays with the subnet as TAO instead of buying alpha out
/// of its pool and recycling it.
/// </remarks>
internal static class Registration
{
    public static ChainReason Execute(Network network, Register call)
    {
        // 1. A subnet that exists, at a price within the caller's limit.
        if (call.NetUid.Index == 0)
        {
            return ChainReason.RegistrationNotPermittedOnRootSubnet;
        }
        if (network.Find(call.NetUid) is not { } subnet)
        {
            return ChainReason.SubnetNotExists;
        }
        Tao price = subnet.Burn;
        if (call.Limit is { } limit && price > limit)
        {
            return ChainReason.RegistrationPriceLimitExceeded;
        }
        // 2. Registration is open, and the hotkey is new to the subnet.
        if (!subnet.Hyperparameters.RegistrationAllowed)
        {
            return ChainReason.SubNetRegistrationDisabled;
        }
        if (subnet.Slots.Contains(call.Hotkey))
        {
            return ChainReason.HotKeyAlreadyRegisteredInSubNet;
        }
        // 3. The balance covers the price.
        if (network.Accounts.Balance(call.Coldkey) < price)
        {
            return ChainReason.NotEnoughBalanceToStake;
        }
        // 4. The hotkey is the caller's, or nobody's yet.
        if ((network.Accounts.Owner(call.Hotkey) ?? call.Coldkey) != call.Coldkey)
        {
            return ChainReason.NonAssociatedColdKey;
        }
        // 5. There is a slot, or somebody to take one from.
        Uid? pruned = null;
        if (subnet.Slots.Count >= subnet.Hyperparameters.MaxAllowedUids)
        {
            pruned = PruneChoice.Of(
                subnet.Slots,
                network.Block,
                subnet.Hyperparameters,
                subnet.Owner,
                subnet.OwnerHotkey
            );
            if (subnet.Hyperparameters.MaxAllowedUids == 0 || pruned is null)
            {
                return ChainReason.NoNeuronIdAvailable;
            }
        }
        // 6. Payment, the slot, and a higher price for the next one.
        Tao paid = Pay(network, subnet, call.Coldkey, price);
        network.Accounts.SetOwner(call.Hotkey, call.Coldkey);
        int uid = Enter(network, subnet, call, pruned);
        subnet.BumpBurn();
        subnet.RegistrationsThisBlock++;
        Log(network, ChainEventKind.Registered, call.NetUid, uid, call.Hotkey, paid.Rao);
        return ChainReason.None;
    }

    /// <summary>An account keeps the existential deposit even when that leaves part of the price unpaid.</summary>
    private static Tao Pay(Network network, Subnet subnet, Coldkey payer, Tao price)
    {
        Tao most = network.Accounts.Balance(payer).SaturatingSub(network.Parameters.ExistentialDeposit),
            paid = price < most ? price : most;
        network.Accounts.Debit(payer, paid);
        subnet.RegistrationIncome += paid;
        return paid;
    }

    /// <summary>Takes a new or a pruned slot; -1 where it would be that of the owner's hotkey, which keeps it.</summary>
    private static int Enter(Network network, Subnet subnet, Register call, Uid? pruned)
    {
        if (pruned is not { } slot)
        {
            return subnet.Append(call.Hotkey, call.Coldkey, network.Block).Index;
        }
        Hotkey old = subnet.Slots.Hotkeys[slot.Index];
        ulong emission = subnet.Slots.Emission[slot.Index];
        if (!subnet.Replace(slot, call.Hotkey, call.Coldkey, network.Block))
        {
            return -1;
        }
        Log(network, ChainEventKind.Pruned, call.NetUid, slot.Index, old, emission);
        return slot.Index;
    }

    private static void Log(
        Network network,
        ChainEventKind kind,
        NetUid netuid,
        int uid,
        Hotkey hotkey,
        ulong amount
    ) => network.Log.Record(new(kind, netuid, default, uid, (long)hotkey.Id, amount, ChainReason.None));
}
