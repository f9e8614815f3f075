using Simulator.Core.Units;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>What a scenario can get wrong about machines and firms.</summary>
internal static class FirmRules
{
    /// <summary>Keys of a group that only named hardware gives a meaning.</summary>
    private static readonly string[] HardwareKeys = ["units", "provider_share"];

    /// <summary>Every rule that a scenario breaks, by path.</summary>
    /// <param name="scenario">The scenario as it was read.</param>
    /// <param name="tree">The file it was read from: it tells what was written from what was left out.</param>
    public static IEnumerable<Problem> Problems(ScenarioSection scenario, MapNode tree)
    {
        Workplace workplace = new(scenario, scenario.Task.Task);
        return
        [
            .. OfNames(scenario),
            .. scenario.Miners.SelectMany((group, i) => OfGroup(group, Show.Path("miners", i))),
            .. (scenario.Arrivals?.Miners ?? []).SelectMany(
                (group, i) => OfGroup(group, Show.Path("arrivals.miners", i))
            ),
        ];

        IEnumerable<Problem> OfGroup(MinerSection group, string path)
        {
            bool Says(string key) => NodePath.Has(tree, $"{path}.{key}");
            return OfOwner(group, path)
                .Concat(
                    group.Hardware is null
                        ? OfUnnamed(path, Says)
                        : OfNamed(group, path, workplace, Says("compute"))
                );
        }
    }

    private static IEnumerable<Problem> OfOwner(MinerSection group, string path)
    {
        if (group.Strategy.NeedsOwner && group.Owner is null)
        {
            yield return new(
                $"{path}.strategy",
                $"'{group.Strategy.Name}' means nothing without 'owner', whose slots share one model"
            );
        }
    }

    private static IEnumerable<Problem> OfNames(ScenarioSection scenario)
    {
        List<string> names = [.. Catalog.Hardware.Select(entry => entry.Name)];
        for (int i = 0; i < scenario.Hardware.Length; i++)
        {
            string name = scenario.Hardware[i].Name;
            if (names.Contains(name))
            {
                yield return new(
                    $"{Show.Path("hardware", i)}.name",
                    $"{Show.Quoted(name)} is already the name of a machine"
                );
            }
            names.Add(name);
        }
    }

    private static IEnumerable<Problem> OfUnnamed(string path, Func<string, bool> says)
    {
        foreach (string key in HardwareKeys.Where(says))
        {
            yield return new($"{path}.{key}", "means nothing without 'hardware'");
        }
    }

    private static IEnumerable<Problem> OfNamed(
        MinerSection group,
        string path,
        Workplace workplace,
        bool saysCompute
    )
    {
        if (saysCompute)
        {
            yield return new(
                $"{path}.compute",
                "means nothing with 'hardware', which says how much can be computed; remove one of them"
            );
        }
        string[] known = [.. workplace.Profiles.Select(profile => profile.Name)];
        if (!known.Contains(group.Hardware))
        {
            yield return new(
                $"{path}.hardware",
                $"{Show.Quoted(group.Hardware!)} is no machine{NearNames.Hint(group.Hardware!, known)}"
            );
            yield break;
        }
        foreach (Problem problem in workplace.Hardware(group, (int)group.Units.High, 0, 0, 0).Problems(path))
        {
            yield return problem with
            {
                Path = $"{path}.hardware",
            };
        }
    }
}
