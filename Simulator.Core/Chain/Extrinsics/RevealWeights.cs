using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Reveals weights committed by a token.</summary>
/// <param name="NetUid">Subnet.</param>
/// <param name="Mechanism">Mechanism.</param>
/// <param name="Hotkey">Validator.</param>
/// <param name="Weights">The weights committed.</param>
/// <param name="Salt">The salt of the commit.</param>
/// <remarks>Source: spec §4.4.</remarks>
public sealed record RevealWeights(
    NetUid NetUid,
    MechId Mechanism,
    Hotkey Hotkey,
    WeightVector Weights,
    ulong Salt
) : Extrinsic(NetUid, Mechanism, Hotkey)
{
    /// <summary>The commit that this reveals.</summary>
    public CommitWeights Commit() => new(NetUid, Mechanism, Hotkey, Token());

    /// <summary>The token that the commit must carry.</summary>
    public CommitToken Token() => new(Hotkey, NetUid, Mechanism, Weights, Salt);
}
