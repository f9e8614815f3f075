namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The features of a table's rows, sorted into bins that hold about as many training rows each.</summary>
/// <remarks>The edges come from features alone, never from targets, so they are shared by all who train on the table.</remarks>
internal sealed class FeatureBins
{
    /// <summary>Bins of a feature.</summary>
    public const int PerFeature = 32;

    /// <summary>Comparisons that find the bin of a number: 32 is two to the fifth.</summary>
    public const int ComparisonsPerFeature = 5;

    private readonly float[][] _edges;
    private readonly byte[] _bins;

    /// <summary>Sorts the rows of a table.</summary>
    public FeatureBins(TableSet table)
        : this(table, Edges(table)) { }

    /// <summary>Sorts the rows of a table into the bins of another one.</summary>
    public FeatureBins(TableSet table, FeatureBins other)
        : this(table, other._edges) { }

    private FeatureBins(TableSet table, float[][] edges)
    {
        _edges = edges;
        _bins = new byte[(table.TrainingCount + table.HeldOutCount) * edges.Length];
        for (int at = 0; at < _bins.Length; at++)
        {
            float value = table.Features(at / edges.Length)[at % edges.Length];
            _bins[at] = (byte)edges[at % edges.Length].Count(edge => edge <= value);
        }
    }

    /// <summary>The bin of each feature of a row, from 0.</summary>
    public ReadOnlySpan<byte> Of(int row) => _bins.AsSpan(row * _edges.Length, _edges.Length);

    private static float[][] Edges(TableSet table)
    {
        var edges = new float[table.FeatureCount][];
        float[] sorted = new float[table.TrainingCount];
        for (int feature = 0; feature < edges.Length; feature++)
        {
            for (int row = 0; row < sorted.Length; row++)
            {
                sorted[row] = table.Features(row)[feature];
            }
            Array.Sort(sorted);
            edges[feature] =
            [
                .. Enumerable
                    .Range(1, PerFeature - 1)
                    .Select(bin => sorted[bin * sorted.Length / PerFeature]),
            ];
        }
        return edges;
    }
}
