using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>When one subnet's epochs run, and the counter by which commits are revealed.</summary>
/// <remarks>Source: spec §2.1, §4.3.</remarks>
internal sealed class EpochSchedule
{
    public EpochSchedule(NetUid netuid, BlockSpan tempo, Block now)
    {
        // Subnets born together are staggered by their number.
        ulong stagger = netuid.Index % Math.Max(tempo.Length, 1);
        LastEpoch = new(Saturating.Sub(now.Height, stagger));
    }

    /// <summary>Block of the last epoch slot; the next one is due a tempo later.</summary>
    public Block LastEpoch { get; set; }

    /// <summary>Block at which a deferred or triggered epoch is due; none at 0.</summary>
    public Block PendingAt { get; set; }

    /// <summary>Blocks since an epoch was carried out.</summary>
    public ulong BlocksSinceLastStep { get; set; }

    /// <summary>Block of the last epoch that was carried out; 0 for none.</summary>
    public Block LastMechanismStep { get; set; }

    /// <summary>Number of epoch slots consumed.</summary>
    public ulong EpochIndex { get; set; }

    /// <summary>Whether an epoch is due in a block.</summary>
    public bool IsDue(Block block, BlockSpan tempo) =>
        tempo.Length != 0
        && (
            (PendingAt.Height > 0 && block >= PendingAt)
            || BlocksSinceLastStep > GlobalParameters.LongestStep
            || Saturating.Sub(block.Height, LastEpoch.Height) >= tempo.Length
        );

    /// <summary>The epoch that a commit or reveal of a block belongs to: one ahead while an epoch is due.</summary>
    public ulong CommitEpoch(Block block, BlockSpan tempo) =>
        Saturating.Add(EpochIndex, IsDue(block, tempo) ? 1UL : 0);

    /// <summary>Moves a due epoch to the next block; nothing else is consumed.</summary>
    public void Defer(Block block) => PendingAt = block + new BlockSpan(1);

    /// <summary>Consumes the epoch slot of a block.</summary>
    public void Consume(Block block)
    {
        BlocksSinceLastStep = 0;
        LastEpoch = block;
        PendingAt = default;
        EpochIndex++;
    }
}
