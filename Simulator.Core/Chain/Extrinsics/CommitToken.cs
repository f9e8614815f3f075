using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Stands for a commit's hash: equal exactly when everything committed is equal.</summary>
/// <remarks>
/// Differs from subtensor: there it is Blake2-256 over the SCALE encoding of the same parts. This one keeps the parts, so
/// two different commits never look alike; nobody can read them through <see cref="IChainView"/>.
/// </remarks>
/// <param name="hotkey">Committer.</param>
/// <param name="netuid">Subnet.</param>
/// <param name="mechanism">Mechanism.</param>
/// <param name="weights">The weights.</param>
/// <param name="salt">A number that only the committer knows.</param>
public sealed class CommitToken(
    Hotkey hotkey,
    NetUid netuid,
    MechId mechanism,
    WeightVector weights,
    ulong salt
) : IEquatable<CommitToken>
{
    private readonly (Hotkey, NetUid, MechId, ulong Version, ulong Salt) _key = (
        hotkey,
        netuid,
        mechanism,
        weights.VersionKey,
        salt
    );
    private readonly WeightVector _weights = weights;

    /// <summary>Whether the other stands for the same commit.</summary>
    public bool Equals(CommitToken? other) =>
        other is not null
        && _key == other._key
        && _weights.Uids.AsSpan().SequenceEqual(other._weights.Uids.AsSpan())
        && _weights.Values.AsSpan().SequenceEqual(other._weights.Values.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommitToken);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)_key.Salt ^ _weights.Uids.Length);
}
