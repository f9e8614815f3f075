using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Weights;

/// <summary>Opens the timelocked commits whose epoch has come, at the start of a block.</summary>
/// <remarks>
/// Source: spec §4.5. Commits are opened in the order in which they came, so the last one of a hotkey wins. One whose pulse
/// is not known yet is tried again in every block of its epoch; whatever else fails is dropped.
/// </remarks>
internal static class TimelockReveal
{
    public static void Run(Network network, Subnet subnet)
    {
        ulong current = subnet.CommitEpoch(network.Block),
            period = subnet.Hyperparameters.RevealPeriodEpochs;
        if (current < period)
        {
            return;
        }
        for (int m = 0; m < subnet.Mechanisms.Length; m++)
        {
            List<TimelockCommit> commits = subnet.Mechanisms[m].TimelockCommits;
            int kept = 0;
            for (int i = 0; i < commits.Count; i++)
            {
                TimelockCommit commit = commits[i];
                if (IsToWait(commit, current - period, network))
                {
                    commits[kept++] = commit;
                }
                else
                {
                    Open(network, subnet, new((byte)m), commit, isExpired: commit.Epoch < current - period);
                }
            }
            if (kept < commits.Count)
            {
                commits.RemoveRange(kept, commits.Count - kept);
            }
        }
    }

    private static bool IsToWait(in TimelockCommit commit, ulong target, Network network) =>
        commit.Epoch > target
        || (commit.Epoch == target && !network.Pulses.IsKnown(commit.Round, network.Block));

    private static void Open(
        Network network,
        Subnet subnet,
        MechId mechanism,
        in TimelockCommit commit,
        bool isExpired
    )
    {
        TimelockedWeights? payload = commit.Payload;
        ChainReason reason =
            isExpired ? ChainReason.ExpiredWeightCommit
            : payload is null ? ChainReason.Undecipherable
            : payload.Hotkey != commit.Hotkey ? ChainReason.CommittedForAnotherHotkey
            : WeightsCheck.Objection(network, subnet.NetUid, mechanism, commit.Hotkey, payload.Weights);
        int uid = subnet.Slots.UidOf(commit.Hotkey) ?? -1;
        if (reason == ChainReason.None)
        {
            WeightsStore.Put(network, subnet, mechanism, new((ushort)uid), payload!.Weights);
        }
        network.Log.Record(
            new(
                reason == ChainReason.None ? ChainEventKind.Revealed : ChainEventKind.RevealDropped,
                subnet.NetUid,
                mechanism,
                uid,
                (long)commit.Epoch,
                reason == ChainReason.None ? (ulong)payload!.Weights.Uids.Length : 0,
                reason
            )
        );
    }
}
