using System.Globalization;
using Simulator.Core.Units;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>What a scenario can get wrong that computes a retention map in place of a world.</summary>
internal static class RetentionRules
{
    private const string Section = "retention";

    /// <summary>Every rule that a scenario breaks, by path.</summary>
    /// <param name="retention">The section as it was read.</param>
    public static IEnumerable<Problem> Problems(RetentionSection retention) =>
        [
            .. retention.ToPlan().Problems(Section),
            .. retention.Published.SelectMany((published, i) => OfPublished(retention, published, i)),
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
