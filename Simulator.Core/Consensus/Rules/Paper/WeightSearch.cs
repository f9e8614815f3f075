using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>The largest weight of a column with at least κ of the stake behind it, for eight columns at a time.</summary>
/// <remarks>
/// Each step asks how much stake lies at or above a candidate and then moves to the nearest weight. Candidates are
/// interpolated between what is known on both sides, every third one halves the range.
/// </remarks>
internal static class WeightSearch
{
    /// <summary>Narrows the range; <paramref name="near"/> marks columns whose result the order of a sum could change.</summary>
    public static Vector512<double> Find(
        ReadOnlySpan<Vector512<double>> tile,
        double[] stakes,
        double kappa,
        Vector512<double> low,
        Vector512<double> high,
        ref Vector512<double> near
    )
    {
        Vector512<double> enough = Vector512.Create(kappa),
            margin = Vector512.Create(StakeMedian.Near),
            half = Vector512.Create(0.5),
            lowSupport = Vector512<double>.One,
            highSupport = default;
        for (int step = 1; Vector512.LessThanAny(low, high); step++)
        {
            Vector512<double> part =
                step % 3 == 0 ? half : (lowSupport - enough) / (lowSupport - highSupport);
            Vector512<double> between = low + (high - low) * part;
            // Rounding, or a range without support, may put it outside: the upper end is always a question.
            Vector512<double> candidate = Vector512.ConditionalSelect(
                Vector512.GreaterThan(between, low) & Vector512.LessThanOrEqual(between, high),
                between,
                high
            );
            Support(
                tile,
                stakes,
                candidate,
                out Vector512<double> support,
                out Vector512<double> up,
                out Vector512<double> down
            );
            near |= Vector512.LessThanOrEqual(Vector512.Abs(support - enough), margin);
            Vector512<double> reached = Vector512.GreaterThanOrEqual(support, enough);
            // A column that is done has one weight left: it must not fall below it.
            low = Vector512.ConditionalSelect(reached, up, low);
            high = Vector512.ConditionalSelect(reached, high, Vector512.MaxNative(low, down));
            lowSupport = Vector512.ConditionalSelect(reached, support, lowSupport);
            highSupport = Vector512.ConditionalSelect(reached, highSupport, support);
        }
        return low;
    }

    /// <summary>Stake at or above a candidate, the least weight there, and the largest weight below.</summary>
    private static void Support(
        ReadOnlySpan<Vector512<double>> tile,
        double[] stakes,
        Vector512<double> candidate,
        out Vector512<double> support,
        out Vector512<double> up,
        out Vector512<double> down
    )
    {
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity);
        Vector512<double> sum = default,
            above = infinity,
            below = default,
            otherSum = default,
            otherAbove = infinity,
            otherBelow = default;
        int i = 0;
        // Two rows at a time, in sums of their own: a single one would wait for itself.
        for (; i < tile.Length - 1; i += 2)
        {
            Vector512<double> weight = tile[i],
                otherWeight = tile[i + 1];
            Vector512<double> supports = Vector512.GreaterThanOrEqual(weight, candidate);
            Vector512<double> otherSupports = Vector512.GreaterThanOrEqual(otherWeight, candidate);
            sum += Vector512.ConditionalSelect(supports, Vector512.Create(stakes[i]), default);
            otherSum += Vector512.ConditionalSelect(otherSupports, Vector512.Create(stakes[i + 1]), default);
            above = Vector512.MinNative(above, Vector512.ConditionalSelect(supports, weight, infinity));
            otherAbove = Vector512.MinNative(
                otherAbove,
                Vector512.ConditionalSelect(otherSupports, otherWeight, infinity)
            );
            below = Vector512.MaxNative(below, Vector512.ConditionalSelect(supports, default, weight));
            otherBelow = Vector512.MaxNative(
                otherBelow,
                Vector512.ConditionalSelect(otherSupports, default, otherWeight)
            );
        }
        if (i < tile.Length)
        {
            Vector512<double> supports = Vector512.GreaterThanOrEqual(tile[i], candidate);
            sum += Vector512.ConditionalSelect(supports, Vector512.Create(stakes[i]), default);
            above = Vector512.MinNative(above, Vector512.ConditionalSelect(supports, tile[i], infinity));
            below = Vector512.MaxNative(below, Vector512.ConditionalSelect(supports, default, tile[i]));
        }
        support = sum + otherSum;
        up = Vector512.MinNative(above, otherAbove);
        down = Vector512.MaxNative(below, otherBelow);
    }
}
