namespace Simulator.Scenarios.Metagraphs.Changes;

/// <summary>Weights that count later than they were set.</summary>
/// <param name="Validator">Uid or hotkey of the validator concerned; null for all.</param>
/// <param name="Epochs">By how many epochs.</param>
public sealed record DelayPlan(string? Validator, int Epochs);
