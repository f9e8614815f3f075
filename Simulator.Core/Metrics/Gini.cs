namespace Simulator.Core.Metrics;

/// <summary>The Gini coefficient: how unequally an amount is shared out.</summary>
public static class Gini
{
    /// <summary>Gini coefficient of values.</summary>
    /// <param name="values">Not negative, in any order and unit; NaN stands for "no value" and is left out.</param>
    /// <returns>
    /// 0 when all are equal (also when all are 0), up to 1 − 1/n when one of n has everything; NaN when there is no value.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or infinite.</exception>
    /// <remarks>
    /// G = Σ (2i − n − 1) xᵢ / (n Σ xᵢ) over the ascending xᵢ, i = 1…n: half the mean difference of all pairs by the
    /// mean. Sums run in ascending order, so that the order of the values does not change a bit of the result.
    /// </remarks>
    public static double Of(ReadOnlySpan<double> values)
    {
        double[] sorted = Ascending(values);
        double total = 0,
            weighted = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            total += sorted[i];
            weighted += (2.0 * i + 1 - sorted.Length) * sorted[i];
        }
        if (sorted.Length == 0)
        {
            return double.NaN;
        }
        return total > 0 ? Math.Max(0, weighted / (sorted.Length * total)) : 0;
    }

    private static double[] Ascending(ReadOnlySpan<double> values)
    {
        var kept = new List<double>(values.Length);
        foreach (double value in values)
        {
            if (value < 0 || double.IsInfinity(value))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(values),
                    value,
                    "Only amounts from 0 up, finite, are shared out."
                );
            }
            if (!double.IsNaN(value))
            {
                kept.Add(value);
            }
        }
        double[] sorted = [.. kept];
        Array.Sort(sorted);
        return sorted;
    }
}
