namespace Simulator.Scenarios.Sections;

/// <summary>What a scenario's validators make weights by.</summary>
internal enum WeightRule : byte
{
    /// <summary>A power of the skill over the task's baseline.</summary>
    Power,

    /// <summary>The skill over the task's baseline itself.</summary>
    Linear,

    /// <summary>e to the score over a temperature.</summary>
    Softmax,

    /// <summary>The best alone gets weight.</summary>
    WinnerTakesAll,

    /// <summary>The best few get the same weight.</summary>
    TopK,

    /// <summary>Weights fall evenly from the best rank to the last that gets any.</summary>
    Ranks,
}
