using Simulator.Core.Chain.Payments;
using Simulator.Core.Consensus;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Blocks;

/// <summary>Stores the epoch of a subnet and pays its pots, in the chain's order.</summary>
/// <remarks>Source: spec §6.8–6.9, §2.10; root's pot joins with the pools.</remarks>
internal readonly ref struct Payout
{
    private readonly Network _network;
    private readonly Subnet _subnet;
    private readonly MechanismMerge _epoch;

    private Payout(Network network, Subnet subnet, MechanismMerge epoch)
    {
        _network = network;
        _subnet = subnet;
        _epoch = epoch;
    }

    public static void Run(Network network, DrainedSubnet drained)
    {
        Subnet subnet = drained.Subnet;
        Pots pots = drained.Pots;
        EpochOutput[] outputs = Array.ConvertAll(drained.Epochs, epoch => epoch.Output!);
        MechanismMerge epoch = new(outputs, drained.Emissions);
        Payout payout = new(network, subnet, epoch);

        // 1. What the epoch found is stored.
        payout.Store(outputs);
        payout.Log(
            ChainEventKind.EpochRan,
            -1,
            (long)subnet.Schedule.EpochIndex,
            pots.Server + pots.Validator
        );

        // 2. Dividends are proportions of the validators' pot; without incentives validators get the miners' pot too.
        ulong incentives = Sum(epoch.ServerEmission);
        (ulong minersPot, ulong validatorsPot) =
            incentives == 0 ? (0, pots.Validator + pots.Server) : (pots.Server, pots.Validator);
        U96F32[] dividends = payout.Divide(validatorsPot);

        // 3. Payment: the owner's cut, incentives at face value, dividends.
        subnet.Alpha.Close(pots.OwnerCut, payout.PayOwner(pots.OwnerCut));
        subnet.Alpha.Close(minersPot, payout.PayMiners(incentives));
        subnet.Alpha.Close(validatorsPot, payout.PayValidators(dividends));
    }

    private void Store(EpochOutput[] outputs)
    {
        Slots slots = _subnet.Slots;
        slots.Active = _epoch.Active;
        slots.ValidatorPermit = _epoch.ValidatorPermit;
        slots.Emission = _epoch.Emission;
        slots.Consensus = _epoch.Consensus;
        slots.Dividends = _epoch.Dividends;
        slots.ValidatorTrust = _epoch.ValidatorTrust;
        slots.StakeWeight = _epoch.StakeWeight;
        for (int m = 0; m < outputs.Length; m++)
        {
            _subnet.Mechanisms[m].Bonds = outputs[m].Bonds;
            _subnet.Mechanisms[m].Incentive = outputs[m].Incentive;
        }
    }

    /// <summary>What each validator gets of their pot, in order of payment; by stakes before anything is paid.</summary>
    private U96F32[] Divide(ulong pot)
    {
        ReadOnlySpan<int> order = _subnet.Slots.ByHotkey;
        U96F32[] dividends = new U96F32[order.Length];
        ulong[] alphaStakes = new ulong[order.Length],
            rootStakes = new ulong[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            Hotkey hotkey = _subnet.Slots.Hotkeys[order[i]];
            dividends[i] = U96F32.FromInteger(_epoch.ValidatorEmission[order[i]]);
            alphaStakes[i] = _subnet.Alpha.Stake(hotkey);
            rootStakes[i] = _network.Accounts.RootStake(hotkey).Rao;
        }
        return DividendSplit
            .Of(dividends, alphaStakes, rootStakes, _network.TaoWeight, alphaPot: pot, rootPot: 0)
            .Alpha;
    }

    private ulong PayOwner(ulong cut)
    {
        if (cut == 0 || _subnet.OwnerHotkey is not { } hotkey)
        {
            return 0;
        }
        _subnet.Alpha.Pay(hotkey, cut);
        Log(ChainEventKind.OwnerCutPaid, _subnet.Slots.UidOf(hotkey) ?? -1, (long)hotkey.Id, cut);
        return cut;
    }

    private ulong PayMiners(ulong incentives)
    {
        ulong withheld = 0;
        foreach (int uid in _subnet.Slots.ByHotkey)
        {
            ulong amount = _epoch.ServerEmission[uid];
            if (amount == 0)
            {
                continue;
            }
            if (IsOwners(uid))
            {
                _subnet.Alpha.Withhold(amount, _subnet.Hyperparameters.RecycleOrBurn);
                withheld += amount;
                Log(ChainEventKind.IncentiveWithheld, uid, HotkeyId(uid), amount);
            }
            else
            {
                _subnet.Alpha.Pay(_subnet.Slots.Hotkeys[uid], amount);
                Log(ChainEventKind.IncentivePaid, uid, HotkeyId(uid), amount);
            }
        }
        _subnet.MinerBurned = U96F32.FromInteger(withheld).SafeDiv(U96F32.FromInteger(incentives));
        return incentives;
    }

    private ulong PayValidators(U96F32[] dividends)
    {
        ulong paid = 0;
        ReadOnlySpan<int> order = _subnet.Slots.ByHotkey;
        for (int i = 0; i < order.Length; i++)
        {
            ulong amount = AfterTake(dividends[i]);
            if (amount > 0)
            {
                _subnet.Alpha.Pay(_subnet.Slots.Hotkeys[order[i]], amount);
                paid += amount;
                Log(ChainEventKind.DividendPaid, order[i], HotkeyId(order[i]), amount);
            }
        }
        return paid;
    }

    /// <summary>Owner's take and nominators' rest, each floored; both belong to the one owner a hotkey has at this stage.</summary>
    private ulong AfterTake(U96F32 dividend)
    {
        U96F32 share = U96F32
                .FromInteger((ulong)_network.Parameters.DefaultDelegateTake.Raw)
                .SafeDiv(U96F32.FromInteger((ulong)PerU16.One)),
            take = dividend.SaturatingMul(share);
        return take.ToUInt64() + dividend.SaturatingSub(take).ToUInt64();
    }

    /// <summary>Whether a slot's miner belongs to the subnet's owner.</summary>
    private bool IsOwners(int uid) =>
        _subnet.Slots.Coldkeys[uid] == _subnet.Owner || _subnet.Slots.Hotkeys[uid] == _subnet.OwnerHotkey;

    private long HotkeyId(int uid) => (long)_subnet.Slots.Hotkeys[uid].Id;

    private void Log(ChainEventKind kind, int uid, long other, ulong amount) =>
        _network.Log.Record(new(kind, _subnet.NetUid, default, uid, other, amount, ChainReason.None));

    private static ulong Sum(ulong[] amounts)
    {
        ulong sum = 0;
        foreach (ulong amount in amounts)
        {
            sum += amount;
        }
        return sum;
    }
}
