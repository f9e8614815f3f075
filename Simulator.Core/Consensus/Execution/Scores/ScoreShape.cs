namespace Simulator.Core.Consensus.Execution.Scores;

/// <summary>Compares the shape of scores and of the epoch that their weights go to.</summary>
internal static class ScoreShape
{
    /// <summary>Refuses what does not agree.</summary>
    /// <exception cref="ArgumentException">The two do not have the same shape.</exception>
    public static void Require(DenseScores scores, DenseEpoch epoch)
    {
        if (scores.Rows != epoch.Rows || scores.Columns != epoch.Columns || scores.Stride != epoch.Stride)
        {
            throw new ArgumentException(
                $"Scores of {scores.Rows} validators and {scores.Columns} miners for an epoch of "
                    + $"{epoch.Rows} validators and {epoch.Columns} miners.",
                nameof(scores)
            );
        }
    }
}
