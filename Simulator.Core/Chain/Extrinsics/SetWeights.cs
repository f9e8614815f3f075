using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Stores weights at once; refused while the subnet demands commit and reveal.</summary>
/// <param name="NetUid">Subnet.</param>
/// <param name="Mechanism">Mechanism.</param>
/// <param name="Hotkey">Validator.</param>
/// <param name="Weights">Its weights.</param>
/// <remarks>Source: spec §4.1.</remarks>
public sealed record SetWeights(NetUid NetUid, MechId Mechanism, Hotkey Hotkey, WeightVector Weights)
    : Extrinsic(NetUid, Mechanism, Hotkey);
