using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Commits weights that the chain itself reveals once the pulse of a round is known.</summary>
/// <param name="NetUid">Subnet.</param>
/// <param name="Mechanism">Mechanism.</param>
/// <param name="Hotkey">Validator.</param>
/// <param name="Payload">What is hidden; null for something that cannot be deciphered.</param>
/// <param name="Round">Round whose pulse opens it.</param>
/// <param name="CommitRevealVersion">Version tag, which must be the chain's.</param>
/// <remarks>Source: spec §4.5.</remarks>
public sealed record CommitTimelockedWeights(
    NetUid NetUid,
    MechId Mechanism,
    Hotkey Hotkey,
    TimelockedWeights? Payload,
    ulong Round,
    ushort CommitRevealVersion = CommitTimelockedWeights.CurrentVersion
) : Extrinsic(NetUid, Mechanism, Hotkey)
{
    /// <summary>The chain's version tag.</summary>
    public const ushort CurrentVersion = 4;
}
