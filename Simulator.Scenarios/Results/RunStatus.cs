namespace Simulator.Scenarios.Results;

/// <summary>How far a run came.</summary>
public enum RunStatus : byte
{
    /// <summary>It ran all of its epochs.</summary>
    Complete,

    /// <summary>It was interrupted; its tables end at the last whole epoch.</summary>
    Partial,
}
