namespace Simulator.Core.Metrics;

/// <summary>One metric over the epochs of a run, of all neurons of its role or of some of them.</summary>
public sealed class MetricSeries
{
    private MetricSeries(double[] values) => Values = values;

    /// <summary>The value of each epoch, in order; NaN where there is none.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The value of the last epoch; NaN without epochs.</summary>
    public double Last => Values.Count == 0 ? double.NaN : Values[^1];

    /// <summary>The mean over the epochs that have a value; NaN where none has.</summary>
    public double Mean
    {
        get
        {
            double[] present = [.. Values.Where(v => !double.IsNaN(v))];
            return present.Length == 0 ? double.NaN : present.Sum() / present.Length;
        }
    }

    /// <summary>A metric over a run.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="epochs">The run's table of epochs.</param>
    /// <param name="neurons">The run's table of neurons.</param>
    /// <param name="of">A group's or a strategy's name; null for all neurons of the metric's role.</param>
    public static MetricSeries Of(Metric metric, Table epochs, Table neurons, string? of = null)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(epochs);
        ArgumentNullException.ThrowIfNull(neurons);
        ReadOnlySpan<long> epochOf = epochs["epoch"].Values<long>(),
            mechanismOf = epochs["mechid"].Values<long>(),
            epochOfNeuron = neurons["epoch"].Values<long>();
        List<double> values = [];
        RunningTotals totals = new(epochs);
        int next = 0;
        for (int row = 0; row < epochs.Rows; row++)
        {
            if (mechanismOf[row] == 0)
            {
                int start = next;
                while (next < neurons.Rows && epochOfNeuron[next] <= epochOf[row])
                {
                    next++;
                }
                values.Add(metric.Value(Slice(epochs, row, neurons, start..next, totals, metric.Role, of)));
            }
        }
        return new([.. values]);
    }

    private static EpochSlice Slice(
        Table epochs,
        int row,
        Table neurons,
        Range rows,
        RunningTotals totals,
        string? role,
        string? of
    )
    {
        // Looked up once an epoch: a run has millions of rows, and each is asked for every metric and group.
        ReadOnlySpan<long> mechanisms = neurons["mechid"].Values<long>();
        ReadOnlySpan<string> roles = neurons["role"].Values<string>(),
            groups = neurons["group"].Values<string>(),
            strategies = neurons["strategy"].Values<string>();
        List<int> all = [],
            members = [],
            paid = [];
        for (int i = rows.Start.Value; i < rows.End.Value; i++)
        {
            bool isFirst = mechanisms[i] == 0,
                isMember =
                    (role is null || roles[i] == role)
                    && (of is null || groups[i] == of || strategies[i] == of);
            if (isFirst)
            {
                all.Add(i);
            }
            if (isMember)
            {
                paid.Add(i);
            }
            if (isFirst && isMember)
            {
                members.Add(i);
            }
        }
        return new(epochs, row, neurons, [.. all], [.. members], [.. paid], totals);
    }
}
