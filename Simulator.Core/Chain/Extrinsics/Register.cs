using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Takes a slot of a subnet for the price of the moment.</summary>
/// <param name="NetUid">Subnet to enter.</param>
/// <param name="Hotkey">Key that enters.</param>
/// <param name="Coldkey">Key that pays and owns.</param>
/// <param name="Limit">Highest price accepted; null for any.</param>
/// <remarks>Source: spec §5.1.</remarks>
public sealed record Register(NetUid NetUid, Hotkey Hotkey, Coldkey Coldkey, Tao? Limit = null)
    : Extrinsic(NetUid, default, Hotkey);
