using System.Collections.Immutable;
using Simulator.Core.Studies;

namespace Simulator.Scenarios.Results;

/// <summary>One headline number over several seeds.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Of">The group it is about; empty for the whole subnet.</param>
/// <param name="Last">Its value at the last epoch, over the seeds that have one.</param>
/// <param name="Mean">Its mean over the epochs, over the seeds that have one.</param>
/// <param name="Unit">Unit in words.</param>
public sealed record SeedMetric(string Metric, string Of, MeanInterval Last, MeanInterval Mean, string Unit)
{
    /// <summary>Every headline number of runs of one scenario, in catalogue order.</summary>
    /// <param name="runs">The runs; all have the same metrics in the same order.</param>
    public static ImmutableArray<SeedMetric> Over(IReadOnlyList<RunResult> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return runs.Count == 0
            ? []
            :
            [
                .. runs[0]
                    .Metrics.Select(
                        (metric, k) =>
                            new SeedMetric(
                                metric.Metric,
                                metric.Of,
                                Interval(runs.Select(run => run.Metrics[k].Last)),
                                Interval(runs.Select(run => run.Metrics[k].Mean)),
                                metric.Unit
                            )
                    ),
            ];
    }

    /// <summary>The mean of the values that there are, with its interval.</summary>
    private static MeanInterval Interval(IEnumerable<double> values)
    {
        double[] present = [.. values.Where(value => !double.IsNaN(value))];
        return present.Length == 0 ? new(double.NaN, double.NaN, 0) : MeanInterval.Of(present);
    }
}
