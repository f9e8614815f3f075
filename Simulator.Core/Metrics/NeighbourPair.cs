namespace Simulator.Core.Metrics;

/// <summary>Two miners whose models follow each other in quality, and how the scores of one tempo tell them apart.</summary>
/// <param name="QualityGap">By how much the quality of the better model is higher; above 0.</param>
/// <param name="ScoreGap">By how much its mean score is higher; below 0 where scores have it the wrong way round.</param>
/// <param name="Error">Standard error of the difference of the two mean scores.</param>
public readonly record struct NeighbourPair(double QualityGap, double ScoreGap, double Error)
{
    // 95% of a normal distribution lie within so many standard deviations.
    private const double Confidence = 1.96;

    /// <summary>Whether the better model has the higher score, by more than chance gives in 95 of 100 tempos.</summary>
    public bool IsSeparated => ScoreGap > Confidence * Error;

    /// <summary>Tempos whose scores, taken together, would separate the two if they differed as the models do.</summary>
    public double Tempos => Math.Max(1, Confidence * Error / QualityGap * (Confidence * Error / QualityGap));

    /// <summary>The pairs of neighbours of one tempo.</summary>
    /// <param name="qualities">Quality of each miner's model; NaN without a model.</param>
    /// <param name="scores">Mean score of each, in the same order; NaN where none was given.</param>
    /// <param name="errors">Standard error of each mean; NaN where there is no estimate.</param>
    /// <returns>By ascending quality; miners without one of the numbers, and pairs of equal quality, are left out.</returns>
    /// <exception cref="ArgumentException">The lists are not equally long.</exception>
    /// <remarks>The two errors are taken as independent. Miners answer the same questions, so that what a hard question
    /// costs both is no difference between them: the error of the difference is an upper bound.</remarks>
    public static IReadOnlyList<NeighbourPair> Of(double[] qualities, double[] scores, double[] errors)
    {
        if (scores.Length != qualities.Length || errors.Length != qualities.Length)
        {
            throw new ArgumentException(
                $"{qualities.Length} qualities, {scores.Length} scores and {errors.Length} errors.",
                nameof(scores)
            );
        }
        int[] order =
        [
            .. Enumerable
                .Range(0, qualities.Length)
                .Where(i => !double.IsNaN(qualities[i] + scores[i] + errors[i]))
                .OrderBy(i => qualities[i]),
        ];
        return
        [
            .. order
                .Zip(order.Skip(1))
                .Select(p => new NeighbourPair(
                    qualities[p.Second] - qualities[p.First],
                    scores[p.Second] - scores[p.First],
                    Math.Sqrt(errors[p.First] * errors[p.First] + errors[p.Second] * errors[p.Second])
                ))
                .Where(pair => pair.QualityGap > 0),
        ];
    }
}
