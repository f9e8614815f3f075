using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>What an agent may ask of the chain: done wholly, or refused with a reason and without a trace.</summary>
/// <param name="NetUid">Subnet concerned.</param>
/// <param name="Mechanism">Mechanism concerned.</param>
/// <param name="Hotkey">Who asks.</param>
public abstract record Extrinsic(NetUid NetUid, MechId Mechanism, Hotkey Hotkey);
