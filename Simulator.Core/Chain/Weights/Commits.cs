using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Weights;

/// <summary>Takes commits and lets validators reveal those of their own.</summary>
/// <remarks>Source: spec §4.2–4.5.</remarks>
internal static class Commits
{
    public static ChainReason Commit(Network network, CommitWeights call)
    {
        // 1. The subnet has that mechanism, and wants commits.
        if (network.Find(call.NetUid) is not { } subnet || subnet.Mechanism(call.Mechanism) is not { } state)
        {
            return ChainReason.MechanismDoesNotExist;
        }
        if (!subnet.Hyperparameters.CommitRevealWeightsEnabled)
        {
            return ChainReason.CommitRevealDisabled;
        }
        // 2. The hotkey may commit now.
        if (Objection(network, subnet, state, call.Hotkey) is var objection and not ChainReason.None)
        {
            return objection;
        }
        // 3. Expired commits make room; then there must be some.
        ulong current = subnet.CommitEpoch(network.Block);
        if (!state.HashCommits.TryGetValue(call.Hotkey, out List<HashCommit>? queue))
        {
            state.HashCommits[call.Hotkey] = queue = [];
        }
        int expired = Expired(queue, current, subnet.Hyperparameters.RevealPeriodEpochs);
        if (queue.Count - expired >= GlobalParameters.MaxUnrevealedCommits)
        {
            return ChainReason.TooManyUnrevealedCommits;
        }
        Drop(network, call, queue, expired, ChainReason.ExpiredWeightCommit);
        queue.Add(new(call.Token, current, network.Block.Height));
        Note(network, subnet, state, call, current);
        return ChainReason.None;
    }

    public static ChainReason Commit(Network network, CommitTimelockedWeights call)
    {
        // 1. The subnet has that mechanism, wants commits, and knows this kind.
        if (network.Find(call.NetUid) is not { } subnet || subnet.Mechanism(call.Mechanism) is not { } state)
        {
            return ChainReason.MechanismDoesNotExist;
        }
        if (!subnet.Hyperparameters.CommitRevealWeightsEnabled)
        {
            return ChainReason.CommitRevealDisabled;
        }
        if (call.CommitRevealVersion != CommitTimelockedWeights.CurrentVersion)
        {
            return ChainReason.IncorrectCommitRevealVersion;
        }
        // 2. The hotkey may commit now.
        if (Objection(network, subnet, state, call.Hotkey) is var objection and not ChainReason.None)
        {
            return objection;
        }
        // 3. It has room in this epoch's queue.
        ulong current = subnet.CommitEpoch(network.Block);
        int waiting = 0;
        foreach (TimelockCommit commit in state.TimelockCommits)
        {
            waiting += commit.Hotkey == call.Hotkey && commit.Epoch == current ? 1 : 0;
        }
        if (waiting >= GlobalParameters.MaxUnrevealedCommits)
        {
            return ChainReason.TooManyUnrevealedCommits;
        }
        state.TimelockCommits.Add(new(call.Hotkey, current, network.Block.Height, call.Payload, call.Round));
        Note(network, subnet, state, call, current);
        return ChainReason.None;
    }

    public static ChainReason Reveal(Network network, RevealWeights call)
    {
        // 1. The subnet exists and wants commits.
        if (network.Find(call.NetUid) is not { } subnet)
        {
            return ChainReason.SubnetNotExists;
        }
        if (!subnet.Hyperparameters.CommitRevealWeightsEnabled)
        {
            return ChainReason.CommitRevealDisabled;
        }
        // 2. There are commits of the hotkey that have not expired.
        List<HashCommit>? queue = null;
        if (subnet.Mechanism(call.Mechanism)?.HashCommits.TryGetValue(call.Hotkey, out queue) is not true)
        {
            return ChainReason.NoWeightsCommitFound;
        }
        ulong current = subnet.CommitEpoch(network.Block),
            period = subnet.Hyperparameters.RevealPeriodEpochs;
        CommitToken token = call.Token();
        int expired = Expired(queue!, current, period);
        bool hasExpired = queue!.FindIndex(0, expired, commit => commit.Token.Equals(token)) >= 0;
        if (expired == queue.Count)
        {
            return hasExpired ? ChainReason.ExpiredWeightCommit : ChainReason.NoWeightsCommitFound;
        }
        // 3. This one is among them, and its epoch has come.
        int position = queue.FindIndex(expired, commit => commit.Token.Equals(token));
        if (position < 0)
        {
            return hasExpired ? ChainReason.ExpiredWeightCommit : ChainReason.InvalidRevealCommitHashNotMatch;
        }
        ulong epoch = queue[position].Epoch;
        if (current != Saturating.Add(epoch, period))
        {
            return ChainReason.RevealTooEarly;
        }
        // 4. The weights pass every check; a refusal leaves the queue as it was.
        ChainReason reason = WeightsCheck.Objection(
            network,
            call.NetUid,
            call.Mechanism,
            call.Hotkey,
            call.Weights
        );
        if (reason != ChainReason.None)
        {
            return reason;
        }
        // 5. It leaves the queue together with all older ones.
        Drop(network, call, queue, expired, ChainReason.ExpiredWeightCommit);
        Drop(network, call, queue, position - expired, ChainReason.OvertakenByLaterReveal);
        queue.RemoveAt(0);
        Uid uid = new(subnet.Slots.UidOf(call.Hotkey)!.Value);
        WeightsStore.Put(network, subnet, call.Mechanism, uid, call.Weights);
        network.Log.Record(
            new(
                ChainEventKind.Revealed,
                call.NetUid,
                call.Mechanism,
                uid.Index,
                (long)epoch,
                (ulong)call.Weights.Uids.Length,
                ChainReason.None
            )
        );
        return ChainReason.None;
    }

    private static ChainReason Objection(
        Network network,
        Subnet subnet,
        MechanismState state,
        Hotkey hotkey
    ) =>
        subnet.Slots.UidOf(hotkey) is not { } uid ? ChainReason.HotKeyNotRegisteredInSubNet
        : WeightsCheck.IsSlowEnough(state, uid, network.Block, subnet.Hyperparameters.WeightsSetRateLimit)
            ? ChainReason.None
        : ChainReason.CommittingWeightsTooFast;

    private static int Expired(List<HashCommit> queue, ulong current, ulong period)
    {
        int expired = 0;
        while (expired < queue.Count && current > Saturating.Add(queue[expired].Epoch, period))
        {
            expired++;
        }
        return expired;
    }

    private static void Drop(
        Network network,
        Extrinsic call,
        List<HashCommit> queue,
        int count,
        ChainReason reason
    )
    {
        int uid = network[call.NetUid].Slots.UidOf(call.Hotkey) ?? -1;
        for (int i = 0; i < count; i++)
        {
            network.Log.Record(
                new(
                    ChainEventKind.RevealDropped,
                    call.NetUid,
                    call.Mechanism,
                    uid,
                    (long)queue[i].Epoch,
                    0,
                    reason
                )
            );
        }
        queue.RemoveRange(0, count);
    }

    private static void Note(
        Network network,
        Subnet subnet,
        MechanismState state,
        Extrinsic call,
        ulong epoch
    )
    {
        ushort uid = subnet.Slots.UidOf(call.Hotkey)!.Value;
        state.LastUpdate[uid] = network.Block.Height;
        network.Log.Record(
            new(ChainEventKind.Committed, call.NetUid, call.Mechanism, uid, (long)epoch, 0, ChainReason.None)
        );
    }
}
