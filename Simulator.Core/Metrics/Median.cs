namespace Simulator.Core.Metrics;

/// <summary>The median: as many values lie below it as above.</summary>
public static class Median
{
    /// <summary>Median of values.</summary>
    /// <param name="values">In any order and unit; NaN stands for "no value" and is left out.</param>
    /// <returns>The middle one by size, of an even number the mean of the two in the middle; NaN where there is no value.</returns>
    public static double Of(ReadOnlySpan<double> values)
    {
        double[] known = Array.FindAll(values.ToArray(), value => !double.IsNaN(value));
        Array.Sort(known);
        int half = known.Length / 2;
        return known.Length == 0 ? double.NaN
            : known.Length % 2 == 1 ? known[half]
            : (known[half - 1] + known[half]) / 2;
    }
}
