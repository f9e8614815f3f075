using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>How well the questions of one tempo tell miners apart.</summary>
internal static class ScoringPower
{
    /// <summary>The section of a run; nothing where no score was unsure.</summary>
    public static Html Of(RunData data)
    {
        NeuronRow[] miners = [.. data.LastMiners];
        double[] errors = [.. miners.Select(n => n.ScoreError)];
        IReadOnlyList<NeighbourPair> pairs = NeighbourPair.Of(
            [.. miners.Select(n => n.Quality)],
            [.. miners.Select(n => n.Score)],
            errors
        );
        if (pairs.Count == 0 || !errors.Any(error => error > 0))
        {
            return Html.None;
        }
        string error = Readable.Percent(Median.Of(errors)),
            separated = Readable.Count(pairs.Count(pair => pair.IsSeparated)),
            tempos = Readable.Count(
                (long)Math.Ceiling(Median.Of([.. pairs.Select(pair => pair.Tempos)])),
                "tempo"
            );
        return Html.Of(
            $"""
            <section id="power">
            <h2>How well validators can tell miners apart</h2>
            <p>In the last tempo the mean score of a miner had a standard error of {error} (median). Of {Readable.Count(
                pairs.Count,
                "pair"
            )} of miners whose models follow each other in quality, its scores tell {separated} apart, the better one ahead (by more than 1.96 standard errors of the difference). Half of all pairs would take {tempos} or more of such scores, which is what validators' moving averages are for.</p>
            </section>

            """
        );
    }
}
