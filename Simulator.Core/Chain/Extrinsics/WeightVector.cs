using System.Collections.Immutable;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Weights as a client sends them: slots, values in any scale, and the version of the client.</summary>
/// <param name="Uids">Slots.</param>
/// <param name="Values">Weight of each slot; the chain refuses another length than that of <paramref name="Uids"/>.</param>
/// <param name="VersionKey">Version of the client.</param>
public sealed record WeightVector(
    ImmutableArray<ushort> Uids,
    ImmutableArray<ushort> Values,
    ulong VersionKey = 0
);
