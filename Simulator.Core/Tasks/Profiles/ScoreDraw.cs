namespace Simulator.Core.Tasks.Profiles;

/// <summary>Draws the score of one answer: one of two, with a given mean and a given deviation.</summary>
internal static class ScoreDraw
{
    /// <summary>A score: with probability q the value q + s √((1 − q) / q), else q − s √(q / (1 − q)).</summary>
    /// <param name="uniform">What chooses, in [0, 1).</param>
    /// <param name="mean">The mean q, in [0, 1].</param>
    /// <param name="spread">The deviation s; at most √(q (1 − q)) counts, where the two are 0 and 1.</param>
    public static double Of(double uniform, double mean, double spread)
    {
        double other = 1 - mean,
            widest = Math.Sqrt(mean * other);
        bool isUpper = uniform < mean;
        if (widest == 0)
        {
            return mean;
        }
        // Exactly 1, not nearly: a spot check tells mistakes from perfect answers.
        if (spread >= widest)
        {
            return isUpper ? 1 : 0;
        }
        double score = isUpper
            ? mean + spread * Math.Sqrt(other / mean)
            : mean - spread * Math.Sqrt(mean / other);
        return Math.Clamp(score, 0, 1);
    }
}
