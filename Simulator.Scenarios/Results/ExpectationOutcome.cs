namespace Simulator.Scenarios.Results;

/// <summary>How one expectation of a scenario turned out.</summary>
/// <param name="Text">The expectation as people read it, such as <c>incentive_share of lazy at last ≤ 0.05</c>.</param>
/// <param name="Found">What was found, as text.</param>
/// <param name="Outcome">Whether it was met.</param>
public sealed record ExpectationOutcome(string Text, string Found, Outcome Outcome);
