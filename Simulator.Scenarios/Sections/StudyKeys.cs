using System.Text.Json.Nodes;
using Simulator.Core.Units;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>Which keys a scenario has that computes a study in place of a world.</summary>
internal static class StudyKeys
{
    /// <summary>The sections that are studies.</summary>
    public static readonly string[] Studies = ["retention", "replay"];

    // All other keys describe a world.
    private static readonly string[] Beside = ["schema", "name", "question", "seed", "digest"];

    /// <summary>The study that a scenario names; null where it describes a world.</summary>
    public static string? StudyOf(MapNode tree) =>
        Array.Find(Studies, study => tree.Find(study) is { Value: not ScalarNode { IsNull: true } });

    /// <summary>Every key that cannot stand beside the study.</summary>
    public static IEnumerable<Problem> Problems(string study, MapNode tree) =>
        tree
            .Entries.Where(entry => entry.Key != "extends" && !Has(study, entry.Key))
            .Select(entry => new Problem(
                entry.Key,
                Studies.Contains(entry.Key)
                    ? $"a scenario is one study, and '{study}' stands beside it; remove one of them"
                    : $"describes a world, and '{study}' stands in place of one; remove one of them"
            ));

    /// <summary>Takes the keys of a world out of a written scenario: their defaults would describe one that nothing runs.</summary>
    public static void Keep(string study, JsonObject resolved)
    {
        foreach (string key in resolved.Select(entry => entry.Key).Where(key => !Has(study, key)).ToArray())
        {
            resolved.Remove(key);
        }
    }

    private static bool Has(string study, string key) => key == study || Beside.Contains(key);
}
