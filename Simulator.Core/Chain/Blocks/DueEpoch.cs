using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Blocks;

/// <summary>One mechanism's epoch that a block waits for.</summary>
/// <param name="netUid">Subnet.</param>
/// <param name="mechanism">Mechanism.</param>
/// <param name="input">What it reads.</param>
public sealed class DueEpoch(NetUid netUid, MechId mechanism, EpochInput input)
{
    /// <summary>Subnet.</summary>
    public NetUid NetUid { get; } = netUid;

    /// <summary>Mechanism.</summary>
    public MechId Mechanism { get; } = mechanism;

    /// <summary>What it reads; the chain's own memory, so it stays good until the block's start is finished.</summary>
    public EpochInput Input { get; } = input;

    /// <summary>Its result, to be set by whoever computes it.</summary>
    public EpochOutput? Output { get; set; }
}
