using System.Globalization;
using Simulator.Core.Units;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>What a scenario can get wrong that computes a retention map in place of a world.</summary>
internal static class RetentionRules
{
    private const string Section = "retention";

    // What such a scenario has; all other keys describe a world.
    private static readonly string[] Keys = ["schema", "name", "question", "seed", Section, "digest"];

    /// <summary>Whether a key of the scenario stays beside a retention map.</summary>
    public static bool Has(string key) => Keys.Contains(key, StringComparer.Ordinal);

    /// <summary>Every rule that a scenario breaks, by path.</summary>
    /// <param name="retention">The section as it was read.</param>
    /// <param name="tree">The file it was read from.</param>
    public static IEnumerable<Problem> Problems(RetentionSection retention, MapNode tree) =>
        [
            .. retention.ToPlan().Problems(Section),
            .. retention.Published.SelectMany((published, i) => OfPublished(retention, published, i)),
            .. tree
                .Entries.Where(entry => entry.Key != "extends" && !Has(entry.Key))
                .Select(entry => new Problem(
                    entry.Key,
                    "describes a world, and 'retention' stands in place of one; remove one of them"
                )),
        ];

    private static IEnumerable<Problem> OfPublished(
        RetentionSection retention,
        PublishedSection published,
        int i
    )
    {
        if (published.Stake is { } stake && !retention.HonestStakes.Contains(stake))
        {
            yield return new(
                $"{Show.Path($"{Section}.published", i)}.stake",
                string.Create(CultureInfo.InvariantCulture, $"{stake} is not one of 'honest_stakes'")
            );
        }
    }
}
