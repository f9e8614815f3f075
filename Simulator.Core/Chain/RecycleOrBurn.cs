namespace Simulator.Core.Chain;

/// <summary>What becomes of incentive that an owner's miners earned and do not get.</summary>
/// <remarks>Source: spec §6.9, §6.13.</remarks>
public enum RecycleOrBurn : byte
{
    /// <summary>It is destroyed and still counts as issued.</summary>
    Burn,

    /// <summary>It no longer counts as issued, so later halvings come later.</summary>
    Recycle,
}
