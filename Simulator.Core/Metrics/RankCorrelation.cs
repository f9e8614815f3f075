namespace Simulator.Core.Metrics;

/// <summary>Spearman's rank correlation: how far two measures put the same things in the same order.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's ρ of pairs: the correlation of their ranks, tied values sharing the mean of their ranks.</summary>
    /// <param name="left">One measure; NaN stands for "no value", and its pair is left out.</param>
    /// <param name="right">The other measure of the same things, in the same order; as long as <paramref name="left"/>.</param>
    /// <returns>
    /// 1 for the same order, −1 for the opposite one; NaN when fewer than two pairs remain or one measure is the same for all.
    /// </returns>
    /// <exception cref="ArgumentException">The two are not equally long.</exception>
    /// <remarks>Ranks are kept as twice their distance from the middle rank, a whole number: all sums are exact.</remarks>
    public static double Spearman(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException(
                $"{left.Length} values cannot be paired with {right.Length}.",
                nameof(right)
            );
        }
        var (x, y) = Paired(left, right);
        long[] a = CentredRanks(x),
            b = CentredRanks(y);
        long together = 0,
            ofLeft = 0,
            ofRight = 0;
        for (int i = 0; i < a.Length; i++)
        {
            together += a[i] * b[i];
            ofLeft += a[i] * a[i];
            ofRight += b[i] * b[i];
        }
        return ofLeft == 0 || ofRight == 0
            ? double.NaN
            : Math.Clamp(together / Math.Sqrt((double)ofLeft * ofRight), -1, 1);
    }

    private static (double[] Left, double[] Right) Paired(
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right
    )
    {
        List<double> x = [],
            y = [];
        for (int i = 0; i < left.Length; i++)
        {
            if (!double.IsNaN(left[i]) && !double.IsNaN(right[i]))
            {
                x.Add(left[i]);
                y.Add(right[i]);
            }
        }
        return ([.. x], [.. y]);
    }

    private static long[] CentredRanks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((double[])values.Clone(), order);
        var ranks = new long[values.Length];
        for (int first = 0, next; first < order.Length; first = next)
        {
            next = first + 1;
            while (next < order.Length && values[order[next]].Equals(values[order[first]]))
            {
                next++;
            }
            for (int i = first; i < next; i++)
            {
                // Ranks first + 1 … next: twice their mean is first + 1 + next, and twice the middle rank is n + 1.
                ranks[order[i]] = (long)first + next - values.Length;
            }
        }
        return ranks;
    }
}
