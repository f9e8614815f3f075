namespace Simulator.Scenarios.Sections;

/// <summary>How a scenario's validators hide their weights, if they do.</summary>
internal enum Hiding : byte
{
    /// <summary>The chain reveals them when a beacon's pulse comes.</summary>
    Timelock,

    /// <summary>The validator commits a token and reveals the weights itself.</summary>
    Hash,

    /// <summary>They are public at once.</summary>
    Off,
}
