namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>How the features of a row become numbers for models: each less its mean, in units of its standard deviation, both
/// over the rows of a table that are there to train on.</summary>
internal sealed class FeatureScale
{
    // The part of a mean that its own rounding may leave as a deviation of numbers that are hardly apart.
    private const double LeastDeviation = 1e-12;

    // No row of a million to train on lies a thousand deviations out; products and sums of such floats stay finite.
    private const double Farthest = 1e6;

    private readonly double[] _means;
    private readonly double[] _units;

    /// <summary>The scale of a table's features.</summary>
    /// <param name="rows">The rows, those to train on first.</param>
    /// <param name="training">How many those are.</param>
    public FeatureScale(TableRow[] rows, int training)
    {
        _means = new double[rows[0].Features.Length];
        _units = new double[_means.Length];
        for (int feature = 0; feature < _means.Length; feature++)
        {
            int at = feature;
            double mean = rows.Take(training).Sum(row => row.Features[at]) / training;
            double square =
                rows.Take(training).Select(row => row.Features[at] - mean).Sum(d => d * d) / training;
            double deviation = Math.Sqrt(square);
            bool varies =
                rows.Take(training).Any(row => row.Features[at] != rows[0].Features[at])
                && deviation > LeastDeviation * Math.Abs(mean);
            // What never varies among the rows to train on says nothing: it stays 0. The mean of equal numbers need not be
            // that number, so their deviation from it cannot tell.
            _means[feature] = mean;
            _units[feature] = varies ? 1 / deviation : 0;
        }
    }

    /// <summary>The number that models see of a feature.</summary>
    /// <param name="feature">Which feature.</param>
    /// <param name="value">What the file says of it.</param>
    public float Of(int feature, double value) =>
        (float)Math.Clamp((value - _means[feature]) * _units[feature], -Farthest, Farthest);
}
