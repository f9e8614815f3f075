using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Weights;

/// <summary>What one mechanism of a subnet keeps for itself.</summary>
internal sealed class MechanismState(int neurons)
{
    public StoredRows Weights { get; } = new();

    public StoredRows Bonds { get; set; } = new();

    /// <summary>Block of the last weights or commit, or of registration, by uid.</summary>
    public ulong[] LastUpdate = new ulong[neurons];

    public ushort[] Incentive = new ushort[neurons];

    /// <summary>Queues of commits that validators reveal themselves; kept by hotkey, not by slot.</summary>
    public Dictionary<Hotkey, List<HashCommit>> HashCommits { get; } = [];

    /// <summary>Commits that the chain reveals, in the order in which they came, hence by ascending epoch.</summary>
    public List<TimelockCommit> TimelockCommits { get; } = [];

    public void Append(Block now)
    {
        Array.Resize(ref LastUpdate, LastUpdate.Length + 1);
        Array.Resize(ref Incentive, Incentive.Length + 1);
        LastUpdate[^1] = now.Height;
    }

    /// <summary>Clears a slot for a newcomer. Bonds of others towards it stay: the next epoch masks them.</summary>
    /// <remarks>Source: spec §5.5.</remarks>
    public void Replace(ushort uid, Block now)
    {
        Incentive[uid] = 0;
        Bonds.Remove(uid);
        Weights.Remove(uid);
        Weights.SetColumn(uid, 0);
        LastUpdate[uid] = now.Height;
    }
}
