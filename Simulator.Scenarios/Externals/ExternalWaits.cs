namespace Simulator.Scenarios.Externals;

/// <summary>How long a miner waits for an answer, by the clock on the wall.</summary>
/// <param name="Answer">For any answer.</param>
/// <param name="Start">How much longer for the first one after a start.</param>
internal sealed record ExternalWaits(TimeSpan Answer, TimeSpan Start);
