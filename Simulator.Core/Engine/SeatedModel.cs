using Simulator.Core.Tasks;

namespace Simulator.Core.Engine;

/// <summary>The model of a miner that holds a slot.</summary>
/// <param name="Group">Name of the miner's group.</param>
/// <param name="Model">The model.</param>
/// <param name="Operations">Floating-point operations of the miner's training so far; 0 where its machine does not count them.</param>
/// <param name="Quality">What the model was last measured at, in [0, 1]; NaN until it is.</param>
public readonly record struct SeatedModel(string Group, IModel Model, long Operations, double Quality);
