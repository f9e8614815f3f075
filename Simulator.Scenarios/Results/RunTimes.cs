namespace Simulator.Scenarios.Results;

/// <summary>When a run happened and how long it took; nothing else in a result depends on a clock.</summary>
/// <param name="Started">When it started.</param>
/// <param name="Finished">When it ended.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record RunTimes(DateTimeOffset Started, DateTimeOffset Finished, double Seconds);
