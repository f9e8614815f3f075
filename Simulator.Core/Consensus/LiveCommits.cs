namespace Simulator.Core.Consensus;

/// <summary>The earliest commit of each neuron that can still be revealed, from the two kinds of commit queues.</summary>
/// <remarks>
/// A newcomer must not inherit weights that were committed before it came (spec §2.4, E6d). Of a queue of hash commits
/// the first live one counts; of timelock commits the smallest block in any live epoch.
/// </remarks>
/// <param name="neurons">Number of slots.</param>
/// <param name="currentEpoch">The epoch counter used by commit–reveal.</param>
/// <param name="revealPeriod">Epochs after which a commit is revealed.</param>
public sealed class LiveCommits(int neurons, ulong currentEpoch, ulong revealPeriod)
{
    /// <summary>Stands for "no live commit".</summary>
    public const ulong None = ulong.MaxValue;

    /// <summary>Smallest block by uid, or <see cref="None"/>.</summary>
    public ulong[] EarliestBlock { get; } = Enumerable.Repeat(None, neurons).ToArray();

    /// <summary>Whether a commit of an epoch can no longer be revealed.</summary>
    public bool IsExpired(ulong commitEpoch) =>
        commitEpoch <= ulong.MaxValue - revealPeriod && currentEpoch > commitEpoch + revealPeriod;

    /// <summary>Notes the first live commit of a queue of hash commits.</summary>
    /// <param name="uid">Slot of the hotkey; one beyond the subnet is passed over.</param>
    /// <param name="queue">Epoch and block of each commit, in the order of the queue.</param>
    public void ReadQueue(int uid, IEnumerable<(ulong Epoch, ulong Block)> queue)
    {
        foreach ((ulong epoch, ulong block) in queue)
        {
            if (!IsExpired(epoch))
            {
                Note(uid, block);
                return;
            }
        }
    }

    /// <summary>Notes a timelock commit.</summary>
    /// <param name="uid">Slot of the hotkey; one beyond the subnet is passed over.</param>
    /// <param name="epoch">Epoch of its queue.</param>
    /// <param name="block">Block of the commit.</param>
    public void ReadTimelock(int uid, ulong epoch, ulong block)
    {
        if (!IsExpired(epoch))
        {
            Note(uid, block);
        }
    }

    private void Note(int uid, ulong block)
    {
        if (uid < neurons)
        {
            EarliestBlock[uid] = Math.Min(EarliestBlock[uid], block);
        }
    }
}
