namespace Simulator.Scenarios.Metagraphs.Changes;

/// <summary>A neuron that is a validator whatever its stake.</summary>
/// <param name="Neuron">Its uid or hotkey.</param>
/// <param name="Stake">The stake that it gets in every epoch; null for its own.</param>
public sealed record AddedValidator(string Neuron, double? Stake);
