using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>The run in a few numbers.</summary>
internal static class Tiles
{
    private const int DigestShown = 8;

    /// <summary>The section of a run.</summary>
    public static Html Of(RunData data)
    {
        var epochs = data.Epochs;
        double[] gini = epochs.Levels("gini_incentive");
        (string Name, string Value)[] facts =
        [
            ("epochs", Readable.Count(epochs.Count)),
            ("last block", Readable.Count(epochs.Last("block"))),
            ("neurons at the end", Readable.Count(data.Last.Length)),
            ("validators", Readable.Count(data.Last.Count(n => n.IsValidator))),
            ("registrations", Readable.Count(epochs.Total("registered"))),
            ("prunings", Readable.Count(epochs.Total("pruned"))),
            ("reveals", Readable.Count(epochs.Total("revealed"))),
            ("refused extrinsics", Readable.Count(epochs.Total("rejected"))),
            ("Gini of incentive", Readable.Decimal(gini.Length == 0 ? double.NaN : gini[^1])),
            ("digest", data.Result.Digest[..Math.Min(DigestShown, data.Result.Digest.Length)]),
        ];
        var tiles = facts.Select(f => Html.Of($"<div><dt>{f.Name}</dt><dd>{f.Value}</dd></div>\n"));
        return Html.Of(
            $"""
            <section id="facts">
            <h2>Key facts</h2>
            <dl class="tiles">
            {Html.Join(tiles)}</dl>
            </section>

            """
        );
    }
}
