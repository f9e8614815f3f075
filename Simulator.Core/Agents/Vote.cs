using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>The weights a validator wants to publish: one number per named slot, in any scale; the driver upscales
/// them so that the largest becomes 65,535, as the chain's client does.</summary>
/// <param name="Uids">Slots, each at most once.</param>
/// <param name="Weights">Weight of each slot, finite and not negative; as long as <paramref name="Uids"/>.</param>
public sealed record Vote(IReadOnlyList<Uid> Uids, IReadOnlyList<double> Weights);
