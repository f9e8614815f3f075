namespace Simulator.Core.Chain;

/// <summary>The hyperparameters of one subnet under the chain's names (spec §3.1).</summary>
public sealed record Hyperparameters { }
