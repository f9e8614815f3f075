namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Where a day lies in the year, as waves of a year and of half a year.</summary>
/// <remarks>Sine and cosine are made of products and sums, so their bits are the same on every machine.</remarks>
internal static class Season
{
    private const double Tau = 6.283185307179586;

    /// <summary>Sine and cosine of the year, then of half the year.</summary>
    /// <param name="dayOfYear">From 0 to 365.</param>
    public static double[] Of(int dayOfYear)
    {
        // Measured from the middle of the year, the angle lies in [−π, π], where the series below is short.
        double angle = Tau * ((double)dayOfYear / CalendarDay.PerYear - 0.5);
        (double sine, double cosine) = (Sine(angle), Cosine(angle));
        return [sine, cosine, 2 * sine * cosine, cosine * cosine - sine * sine];
    }

    private static double Sine(double x) => x * Series(x * x, 1);

    private static double Cosine(double x) => Series(x * x, 0);

    /// <summary>1 − x²/((k+1)(k+2)) + …, from its last term; π²⁶ / 26! is 2 · 10⁻¹⁴.</summary>
    private static double Series(double square, int k)
    {
        double sum = 1;
        for (int n = 24 + k; n > k; n -= 2)
        {
            sum = 1 - square / ((n - 1) * n) * sum;
        }
        return sum;
    }
}
