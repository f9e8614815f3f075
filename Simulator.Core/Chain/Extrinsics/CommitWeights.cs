using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Commits to weights by a token, to be revealed by the validator itself an agreed number of epochs later.</summary>
/// <param name="NetUid">Subnet.</param>
/// <param name="Mechanism">Mechanism.</param>
/// <param name="Hotkey">Validator.</param>
/// <param name="Token">What the later reveal must match.</param>
/// <remarks>Source: spec §4.4.</remarks>
public sealed record CommitWeights(NetUid NetUid, MechId Mechanism, Hotkey Hotkey, CommitToken Token)
    : Extrinsic(NetUid, Mechanism, Hotkey);
