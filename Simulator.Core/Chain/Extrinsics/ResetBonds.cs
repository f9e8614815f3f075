using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Asks for every bond towards a miner to be removed; nothing happens where the subnet does not allow it.</summary>
/// <param name="NetUid">Subnet.</param>
/// <param name="Mechanism">Mechanism.</param>
/// <param name="Hotkey">The miner.</param>
/// <remarks>Source: spec §2.9.</remarks>
public sealed record ResetBonds(NetUid NetUid, MechId Mechanism, Hotkey Hotkey)
    : Extrinsic(NetUid, Mechanism, Hotkey);
