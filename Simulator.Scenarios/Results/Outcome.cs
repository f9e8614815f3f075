namespace Simulator.Scenarios.Results;

/// <summary>What became of an expectation.</summary>
public enum Outcome : byte
{
    /// <summary>It was met.</summary>
    Met,

    /// <summary>It was not met.</summary>
    Missed,

    /// <summary>It does not apply to this run, as a digest under another seed.</summary>
    Skipped,
}
