using System.Collections.Immutable;

namespace Simulator.Core.Studies.Replays;

/// <summary>What one epoch of a replay is given.</summary>
/// <param name="Weights">Weight of each validator on each miner, row by row: V × M numbers of 0 or more.</param>
/// <param name="Stakes">Stake of each validator: V numbers of 0 or more.</param>
/// <param name="Absent">Rows of the validators that take no part: their bonds end.</param>
public sealed record ReplayEpoch(
    ImmutableArray<double> Weights,
    ImmutableArray<double> Stakes,
    ImmutableArray<int> Absent
);
