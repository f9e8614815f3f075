using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Sections;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Reports.Sections;

public sealed class ScoringPowerTests
{
    // Of the pairs of neighbours, scores tell the first apart, have the second the wrong way round, and leave the third open.
    private static readonly RunResult Result = Of(
        (0.5, 0.50, 0.00),
        (0.6, 0.90, 0.02),
        (0.7, 0.60, 0.04),
        (0.8, 0.62, 0.10)
    );

    [Fact]
    public void It_counts_the_pairs_that_scores_put_in_the_right_order() =>
        Assert.Contains(
            "Of 3 pairs of miners whose models follow each other in quality, its scores tell 1 apart, the better one ahead",
            Text(Result),
            StringComparison.Ordinal
        );

    [Fact]
    public void Its_median_error_is_the_metric_of_the_same_epoch()
    {
        Metric metric = MetricCatalog.Find("score_error")!;
        Assert.Equal(0.03, MetricSeries.Of(metric, Result["epochs"], Result["neurons"]).Last, 1e-12);
        Assert.Contains("a standard error of 3.00% (median)", Text(Result), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_nothing_where_no_score_is_unsure() =>
        Assert.Equal("", Text(Of((0.5, 0.5, 0), (0.6, 0.6, 0))));

    private static string Text(RunResult result) => ScoringPower.Of(new RunData(result)).Text;

    /// <summary>A result of one epoch, of miners with a quality, a mean score and its standard error.</summary>
    private static RunResult Of(params (double Quality, double Score, double Error)[] miners)
    {
        Table neurons = ResultTables.Neurons();
        for (int uid = 0; uid < miners.Length; uid++)
        {
            (double quality, double score, double error) = miners[uid];
            Sample.Neuron(
                neurons,
                epoch: 1,
                uid,
                (ulong)uid + 1,
                "miners",
                1,
                quality,
                score: score,
                error: error
            );
        }
        return Sample.Of(neurons, epochs: 1);
    }
}
