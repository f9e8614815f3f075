namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The features of a table's rows, sorted into bins that hold about as many training rows each.</summary>
/// <remarks>The edges come from features alone, never from targets, so they are shared by all who train on the table.</remarks>
internal sealed class FeatureBins
{
    /// <summary>Bins of a feature.</summary>
    public const int PerFeature = 32;

    /// <summary>Comparisons that find the bin of a number: 32 is two to the fifth.</summary>
    public const int ComparisonsPerFeature = 5;

    private readonly int _features;
    private readonly byte[] _bins;

    /// <summary>Sorts the rows of a table.</summary>
    public FeatureBins(TableSet table)
    {
        _features = table.FeatureCount;
        _bins = new byte[(table.TrainingCount + table.HeldOutCount) * _features];
        float[] sorted = new float[table.TrainingCount];
        for (int feature = 0; feature < _features; feature++)
        {
            for (int row = 0; row < sorted.Length; row++)
            {
                sorted[row] = table.Features(row)[feature];
            }
            Array.Sort(sorted);
            float[] edges =
            [
                .. Enumerable
                    .Range(1, PerFeature - 1)
                    .Select(bin => sorted[bin * sorted.Length / PerFeature]),
            ];
            for (int row = 0; row * _features < _bins.Length; row++)
            {
                float value = table.Features(row)[feature];
                _bins[row * _features + feature] = (byte)edges.Count(edge => edge <= value);
            }
        }
    }

    /// <summary>The bin of each feature of a row, from 0.</summary>
    public ReadOnlySpan<byte> Of(int row) => _bins.AsSpan(row * _features, _features);
}
