using System.Globalization;
using Simulator.Core.Studies.Replays;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Metagraphs;

namespace Simulator.Scenarios.Sections;

/// <summary>What a scenario can get wrong that replays stakes and weights in place of a world.</summary>
internal static class ReplayRules
{
    private const string Section = "replay";

    /// <summary>Every rule that a scenario breaks, by path.</summary>
    /// <param name="replay">The section as it was read, with its variants.</param>
    /// <param name="source">What its source holds; null where that could not be read.</param>
    /// <param name="tree">The file it was read from.</param>
    public static IEnumerable<Problem> Problems(ReplaySection replay, Metagraph? source, MapNode tree) =>
        [
            .. OfParameters(replay, tree),
            .. OfDelay(replay),
            .. replay.Expect.SelectMany(
                (expect, i) => OfExpectation(expect, Show.Path($"{Section}.expect", i), replay, source)
            ),
        ];

    private static IEnumerable<Problem> OfParameters(ReplaySection replay, MapNode tree)
    {
        if ((tree.Find(Section)?.Value as MapNode)?.Find("parameters")?.Value is not MapNode written)
        {
            return [];
        }
        ReplayRule[] rules = [.. replay.Variants.Select(variant => variant.Head.Rule).Distinct()];
        string[] known = [.. Shape.Of(typeof(ReplayParametersSection)).Keys.Select(key => key.Name)];
        return written
            .Entries.Select(entry => entry.Key)
            .Where(key => known.Contains(key) && !rules.Any(rule => rule.Reads.Contains(key)))
            .Select(key => new Problem($"{Section}.parameters.{key}", "no variant reads it; remove it"));
    }

    private static IEnumerable<Problem> OfDelay(ReplaySection replay)
    {
        if (replay.DelayedValidator is not null && replay.Delayed is null && replay.Variants.All(IsOnTime))
        {
            yield return new($"{Section}.delayed_validator", "does nothing without 'delayed'");
        }
        for (int i = 0; i < replay.Variants.Length; i++)
        {
            ReplayVariantHead head = replay.Variants[i].Head;
            if (head.DelayedValidator is not null && head.Delayed is null && replay.Delayed is null)
            {
                yield return new(
                    $"{Show.Path($"{Section}.variants", i)}.delayed_validator",
                    "does nothing without 'delayed'"
                );
            }
        }
    }

    private static bool IsOnTime(ReplayVariantSection variant) => variant.Head.Delayed is null;

    private static IEnumerable<Problem> OfExpectation(
        ReplayExpectSection expect,
        string path,
        ReplaySection replay,
        Metagraph? source
    )
    {
        if (expect.Min is null && expect.Max is null)
        {
            yield return new(path, "expects nothing; give 'min', 'max' or both");
        }
        if (expect.Min > expect.Max)
        {
            yield return new(
                $"{path}.min",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{expect.Min} is above 'max', which is {expect.Max}"
                )
            );
        }
        string[] labels = [.. replay.Variants.Select(variant => variant.Label)];
        if (!labels.Contains(expect.Variant))
        {
            yield return new(
                $"{path}.variant",
                $"{Show.Quoted(expect.Variant)} is no variant here{NearNames.Hint(expect.Variant, labels)}"
            );
        }
        if (source is null)
        {
            yield break;
        }
        IReadOnlyList<string> subjects = expect.Metric.IsOfMiners ? source.Miners : source.Validators;
        if (!subjects.Contains(expect.Of))
        {
            yield return new(
                $"{path}.of",
                $"{Show.Quoted(expect.Of)} is no {(expect.Metric.IsOfMiners ? "miner" : "validator")} here{NearNames.Hint(expect.Of, subjects)}"
            );
        }
    }
}
