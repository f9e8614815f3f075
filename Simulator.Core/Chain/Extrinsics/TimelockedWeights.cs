using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>What a timelocked commit hides: the weights, and whose they are, so that nobody can copy the commit.</summary>
/// <param name="Hotkey">Whose weights; the chain drops them when somebody else committed them.</param>
/// <param name="Weights">The weights.</param>
public sealed record TimelockedWeights(Hotkey Hotkey, WeightVector Weights);
