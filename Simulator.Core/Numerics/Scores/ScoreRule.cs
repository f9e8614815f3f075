namespace Simulator.Core.Numerics.Scores;

/// <summary>How a validator makes weights of scores.</summary>
internal enum ScoreRule
{
    /// <summary>A power of what a score is above the baseline; the first power is the linear rule.</summary>
    Power,

    /// <summary>e to the score over a temperature.</summary>
    Softmax,

    /// <summary>A number for each rank: the winner takes all, the best k alike, or less from rank to rank.</summary>
    Rank,
}
