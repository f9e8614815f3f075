using System.Collections.Immutable;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Externals;

/// <summary>The groups of miners whose models are outside.</summary>
internal static class ExternalGroups
{
    /// <summary>The scenario with the folder of its file beside each command.</summary>
    /// <param name="scenario">The scenario as it was read.</param>
    /// <param name="source">Its source.</param>
    /// <param name="tree">Its text.</param>
    public static ScenarioSection Placed(ScenarioSection scenario, ScenarioSource source, MapNode tree) =>
        Each(
            scenario,
            (group, path) =>
                group.External! with
                {
                    Folder = FolderOf(NodePath.PlaceOf(tree, $"{path}.external"), source),
                }
        );

    /// <summary>The scenario with miners that ask these models.</summary>
    public static ScenarioSection Bound(ScenarioSection scenario, ExternalModels models)
    {
        TaskNames tasks = new(scenario);
        return Each(
            scenario,
            (group, _) =>
                group.External! with
                {
                    Make = () => models.NewModel(group.Name, group.External!, tasks),
                }
        );
    }

    /// <summary>What a scenario asks outside, each program or endpoint once, in the order of the groups; nothing where learning
    /// curves answer in its place.</summary>
    public static ImmutableArray<ExternalProgram> Programs(ScenarioSection scenario) =>
        [
            .. scenario
                .Miners.Concat(scenario.Arrivals?.Miners ?? [])
                .Where(group => scenario.Curves is null && IsOutside(group))
                .GroupBy(group => (group.External!.Program.Identity, group.External!.Program.Folder))
                .Select(groups =>
                    groups.First().External!.Program with
                    {
                        Groups = [.. groups.Select(group => group.Name)],
                    }
                ),
        ];

    private static ScenarioSection Each(
        ScenarioSection scenario,
        Func<MinerSection, string, ExternalSection> change
    )
    {
        ImmutableArray<MinerSection> Changed(ImmutableArray<MinerSection> groups, string path) =>
            [
                .. groups.Select(
                    (group, i) =>
                        IsOutside(group) ? group with { External = change(group, Show.Path(path, i)) } : group
                ),
            ];
        return scenario with
        {
            Miners = Changed(scenario.Miners, "miners"),
            Arrivals = scenario.Arrivals is { } arrivals
                ? arrivals with
                {
                    Miners = Changed(arrivals.Miners, "arrivals.miners"),
                }
                : null,
        };
    }

    private static bool IsOutside(MinerSection group) =>
        group.Strategy.HasModel
        && group.Model == Catalogs.ModelCatalog.External
        && group.External is not null;

    // A scenario that is only a text runs where its reader does.
    private static string FolderOf(Place place, ScenarioSource source) =>
        FileBeside.Writer(place, source) is { } file
            ? Path.GetDirectoryName(Path.GetFullPath(file))!
            : Directory.GetCurrentDirectory();
}
