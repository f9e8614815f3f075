namespace Simulator.Core.Studies.Retention;

/// <summary>Where the honest side begins to keep its share of stake, as its utility rises.</summary>
internal static class RetentionLine
{
    // Shares are floored to rao and to 2⁻³²: the sums of a subnet fall short of a share by less than this.
    private const double Rounding = 1e-6;

    /// <summary>Whether a share of emission is no less than a share of stake.</summary>
    public static bool Keeps(double emission, double honestStake) => emission >= honestStake - Rounding;

    /// <summary>The smallest utility from which on the share is kept, linear between the points of a grid.</summary>
    /// <param name="utilities">The grid, rising.</param>
    /// <param name="emissions">The honest side's share of emission at each point.</param>
    /// <param name="honestStake">The share to keep.</param>
    /// <returns>The utility; NaN where not even the last point keeps it.</returns>
    public static double Crossing(
        ReadOnlySpan<double> utilities,
        ReadOnlySpan<double> emissions,
        double honestStake
    )
    {
        int last = emissions.Length - 1;
        while (last >= 0 && Keeps(emissions[last], honestStake))
        {
            last--;
        }
        return last == emissions.Length - 1 ? double.NaN
            : last < 0 ? utilities[0]
            : Between(
                utilities[last],
                utilities[last + 1],
                emissions[last],
                emissions[last + 1],
                honestStake
            );
    }

    /// <summary>Where the straight line between two points reaches a share; the first point misses it, the second keeps it.</summary>
    public static double Between(
        double lowUtility,
        double highUtility,
        double lowEmission,
        double highEmission,
        double honestStake
    ) =>
        lowUtility
        + (highUtility - lowUtility)
            * Math.Min(1, (honestStake - lowEmission) / (highEmission - lowEmission));
}
