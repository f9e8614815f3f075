using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Consensus;

/// <summary>
/// The state of one subnet between epochs, as the chain's own epoch tests drive it: a tempo of one block, a cutoff of
/// 5000 blocks, no epoch ever noted as carried out, 10⁹ rao to share.
/// </summary>
internal sealed class SmallSubnet
{
    public const ulong Emission = 1_000_000_000;

    private readonly ScalarEpoch _epoch = new();
    private readonly StoredRows _weights = new();
    private readonly ulong[] _lastUpdate;
    private readonly ulong[] _registered;
    private readonly ulong[] _earliestCommit;
    private bool[] _permit;

    public SmallSubnet(params ulong[] stake)
    {
        Stake = stake;
        _lastUpdate = new ulong[stake.Length];
        _registered = new ulong[stake.Length];
        _earliestCommit = [.. Enumerable.Repeat(LiveCommits.None, stake.Length)];
        _permit = new bool[stake.Length];
        Array.Fill(_lastUpdate, Block);
    }

    public ulong[] Stake { get; }

    public ulong Block { get; set; } = 1;

    public Uid? Owner { get; init; }

    public StoredRows Bonds { get; } = new();

    public EpochParameters Parameters { get; set; } =
        new()
        {
            Tempo = 1,
            ActivityCutoffFactorMilli = 5_000_000,
            TaoWeight = 0,
            Yuma3On = false,
            CommitRevealEnabled = false,
        };

    /// <summary>Sets weights in this block.</summary>
    public void SetWeights(int validator, params (int Uid, int Weight)[] row)
    {
        _weights.Set(validator, [.. row.Select(x => new WeightEntry((ushort)x.Uid, (ushort)x.Weight))]);
        _lastUpdate[validator] = Block;
    }

    /// <summary>Puts a newcomer into a slot in this block.</summary>
    public void Replace(int uid)
    {
        _registered[uid] = Block;
        _lastUpdate[uid] = Block;
        _permit[uid] = false;
        _weights.Remove(uid);
        _weights.SetColumn((ushort)uid, 0);
        Bonds.Remove(uid);
    }

    /// <summary>Lets a neuron register at a block, without clearing what others hold of it.</summary>
    public void RegisteredAt(int uid, ulong block) => _registered[uid] = block;

    /// <summary>Lets a commit of this block wait for its reveal.</summary>
    public void Commit(int validator) => _earliestCommit[validator] = Block;

    /// <summary>Lets all commits expire.</summary>
    public void ForgetCommits() => Array.Fill(_earliestCommit, LiveCommits.None);

    /// <summary>Counts all neurons as active now.</summary>
    public void Refresh() => Array.Fill(_lastUpdate, Block);

    /// <summary>What the epoch of the next block would read.</summary>
    public EpochInput Input() =>
        new()
        {
            Neurons = Stake.Length,
            Parameters = Parameters,
            CurrentBlock = new(Block),
            LastUpdate = _lastUpdate,
            BlockAtRegistration = _registered,
            AlphaStake = Stake,
            TaoStake = new ulong[Stake.Length],
            ValidatorPermit = _permit,
            OwnerUid = Owner,
            EarliestLiveCommit = _earliestCommit,
            Emission = new(Emission),
            Weights = _weights,
            Bonds = Bonds,
        };

    /// <summary>Goes to the next block, runs its epoch and carries over bonds and permits.</summary>
    public EpochOutput Epoch()
    {
        Block++;
        EpochOutput output = _epoch.Run(Input());
        _permit = output.ValidatorPermit;
        Bonds.CopyFrom(output.Bonds);
        Block++;
        return output;
    }

    /// <summary>The stored bond between two neurons; null where there is none.</summary>
    public int? Bond(int validator, int miner)
    {
        foreach (WeightEntry entry in Bonds[validator])
        {
            if (entry.Uid == miner)
            {
                return entry.Value;
            }
        }
        return null;
    }

    /// <summary>The stored bonds of the first validators to a miner; 0 where there is none.</summary>
    public int[] BondsTo(int miner, int validators) =>
        [.. Enumerable.Range(0, validators).Select(i => Bond(i, miner) ?? 0)];
}
