using Simulator.Scenarios.Results;

namespace Simulator.Scenarios;

/// <summary>How one seed of a scenario came out.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Result">What its run found out; null where it failed.</param>
/// <param name="Fault">Why it failed, as it would alone; null where it did not.</param>
public sealed record SeedOutcome(ulong Seed, RunResult? Result, Exception? Fault);
