using Simulator.Core.Randomness;

namespace Simulator.Core.Metrics;

/// <summary>How far a rank correlation may be from that of all miners like those that were seen.</summary>
/// <remarks>
/// Fisher's z of ρ is about normal with the standard error √((1 + ρ²/2) / (n − 3)) of D. Bonett and T. Wright, "Sample size
/// requirements for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65 (2000); the interval is
/// tanh(z ± 1.96 of these).
/// </remarks>
/// <param name="Low">Its lower end, in [−1, 1].</param>
/// <param name="High">Its upper end, in [−1, 1].</param>
public readonly record struct RankInterval(double Low, double High)
{
    // 95% of a normal distribution lie within so many standard deviations.
    private const double Confidence = 1.96;
    private const int FewestPairs = 4;

    // Of a perfect order, rounding may leave this much less.
    private const double Perfect = 1 - 1e-12;

    /// <summary>The 95% interval of a rank correlation.</summary>
    /// <param name="correlation">Spearman's ρ.</param>
    /// <param name="pairs">How many pairs it is of.</param>
    /// <returns>NaN at both ends where there is no correlation, or fewer than four pairs.</returns>
    public static RankInterval Of(double correlation, int pairs)
    {
        if (double.IsNaN(correlation) || pairs < FewestPairs)
        {
            return new(double.NaN, double.NaN);
        }
        if (Math.Abs(correlation) >= Perfect)
        {
            return new(correlation, correlation);
        }
        double z = Elementary.Log((1 + correlation) / (1 - correlation)) / 2,
            reach = Confidence * Math.Sqrt((1 + correlation * correlation / 2) / (pairs - 3));
        return new(Correlation(z - reach), Correlation(z + reach));
    }

    private static double Correlation(double z)
    {
        double e = Elementary.Exp(2 * z);
        return (e - 1) / (e + 1);
    }
}
