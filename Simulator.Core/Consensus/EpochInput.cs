using Simulator.Core.Units;

namespace Simulator.Core.Consensus;

/// <summary>Everything that one epoch of one mechanism reads; nothing in it is changed.</summary>
/// <remarks>
/// Vectors are indexed by uid. One that is shorter than the subnet reads as 0 (no permit, no commit) beyond its end, and
/// what lies beyond the subnet is not read. Source: spec §2.3.
/// </remarks>
public sealed class EpochInput
{
    /// <summary>Number of slots n.</summary>
    public required int Neurons { get; init; }

    /// <summary>Hyperparameters.</summary>
    public required EpochParameters Parameters { get; init; }

    /// <summary>Block of this epoch.</summary>
    public required Block CurrentBlock { get; init; }

    /// <summary>Block of the last epoch that was carried out; 0 for none.</summary>
    public Block LastMechanismStepBlock { get; init; }

    /// <summary>Block of the last weights (with commit–reveal: of their commit), by uid.</summary>
    public required ulong[] LastUpdate { get; init; }

    /// <summary>Block of registration, by uid.</summary>
    public required ulong[] BlockAtRegistration { get; init; }

    /// <summary>Stake on the subnet after child keys, rao by uid.</summary>
    public required ulong[] AlphaStake { get; init; }

    /// <summary>Stake on root after child keys, rao by uid.</summary>
    public required ulong[] TaoStake { get; init; }

    /// <summary>Permits given by the last epoch, by uid.</summary>
    public required bool[] ValidatorPermit { get; init; }

    /// <summary>Slot of the subnet owner's hotkey, if it has one.</summary>
    public Uid? OwnerUid { get; init; }

    /// <summary>Smallest block of the commits that have not expired, by uid; 2⁶⁴ − 1 for none (<see cref="LiveCommits"/>).</summary>
    public ulong[] EarliestLiveCommit { get; init; } = [];

    /// <summary>Alpha handed to the epoch, to share among miners and validators.</summary>
    public required Alpha Emission { get; init; }

    /// <summary>Weights as stored.</summary>
    public required StoredRows Weights { get; init; }

    /// <summary>Bonds as the last epoch stored them.</summary>
    public required StoredRows Bonds { get; init; }
}
