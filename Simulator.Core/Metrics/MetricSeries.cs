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
        List<double> values = [];
        RunningTotals totals = new(epochs);
        int next = 0;
        for (int row = 0; row < epochs.Rows; row++)
        {
            long epoch = epochs["epoch"].Values<long>()[row];
            if (epochs["mechid"].Values<long>()[row] != 0)
            {
                continue;
            }
            List<int> all = [],
                members = [],
                paid = [];
            for (; next < neurons.Rows && neurons["epoch"].Values<long>()[next] <= epoch; next++)
            {
                bool isFirst = neurons["mechid"].Values<long>()[next] == 0;
                if (isFirst)
                {
                    all.Add(next);
                }
                if (IsMember(neurons, next, metric.Role, of))
                {
                    paid.Add(next);
                    if (isFirst)
                    {
                        members.Add(next);
                    }
                }
            }
            values.Add(metric.Value(new(epochs, row, neurons, [.. all], [.. members], [.. paid], totals)));
        }
        return new([.. values]);
    }

    private static bool IsMember(Table neurons, int row, string? role, string? of) =>
        (role is null || neurons["role"].Values<string>()[row] == role)
        && (
            of is null
            || neurons["group"].Values<string>()[row] == of
            || neurons["strategy"].Values<string>()[row] == of
        );
}
