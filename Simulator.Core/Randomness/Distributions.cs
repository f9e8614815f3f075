namespace Simulator.Core.Randomness;

/// <summary>Draws from continuous distributions: the same bits on every machine.</summary>
/// <remarks>
/// Made of +, −, ×, ÷, square root and <see cref="Elementary"/>. A stream's state stays its count of words alone:
/// nothing is kept over from one draw to the next.
/// </remarks>
public static class Distributions
{
    /// <summary>A draw from the normal distribution.</summary>
    /// <param name="rng">The stream to draw from.</param>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation; 0 gives the mean.</param>
    public static double Normal(this Rng rng, double mean = 0, double deviation = 1) =>
        mean + deviation * StandardNormal(rng);

    /// <summary>A draw from the exponential distribution, as the time between arrivals that come at random.</summary>
    /// <param name="rng">The stream to draw from.</param>
    /// <param name="mean">Its mean: one over its rate.</param>
    /// <returns>Between 0 and 36.8 means.</returns>
    public static double Exponential(this Rng rng, double mean = 1) =>
        mean * (0 - Elementary.Log(1 - rng.NextDouble()));

    /// <summary>A draw whose logarithm is normally distributed.</summary>
    /// <param name="rng">The stream to draw from.</param>
    /// <param name="mean">Mean of the logarithm: the median is its exponential.</param>
    /// <param name="deviation">Standard deviation of the logarithm.</param>
    public static double LogNormal(this Rng rng, double mean = 0, double deviation = 1) =>
        Elementary.Exp(rng.Normal(mean, deviation));

    /// <summary>Marsaglia's polar method; the second number of each pair is left unused.</summary>
    private static double StandardNormal(Rng rng)
    {
        while (true)
        {
            double x = 2 * rng.NextDouble() - 1;
            double y = 2 * rng.NextDouble() - 1;
            double square = x * x + y * y;
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Elementary.Log(square) / square);
            }
        }
    }
}
