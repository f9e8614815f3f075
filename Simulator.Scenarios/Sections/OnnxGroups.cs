using System.Collections.Immutable;
using Simulator.Core.Units;
using Simulator.Scenarios.Catalogs;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>The groups of miners of a scenario that answer with ONNX models.</summary>
internal static class OnnxGroups
{
    /// <summary>Whether there are any.</summary>
    public static bool Any(ScenarioSection scenario) =>
        scenario.Miners.Concat(scenario.Arrivals?.Miners ?? []).Any(IsOnnx);

    /// <summary>The scenario with their files open, before a world is built of it, and what is wrong with them.</summary>
    /// <param name="scenario">The scenario as it was read.</param>
    /// <param name="source">Where it was read from: files lie beside it.</param>
    /// <param name="tree">Its tree, which tells who wrote a path.</param>
    public static (ScenarioSection Scenario, IReadOnlyList<Problem> Problems) Open(
        ScenarioSection scenario,
        ScenarioSource source,
        MapNode tree
    )
    {
        if (!Any(scenario))
        {
            return (scenario, []);
        }
        OnnxOpening opening = new(scenario.Task, scenario.Drift?.To, source, tree);
        scenario = scenario with
        {
            Miners = Opened(scenario.Miners, "miners"),
            Arrivals = scenario.Arrivals is { } arrivals
                ? arrivals with
                {
                    Miners = Opened(arrivals.Miners, "arrivals.miners"),
                }
                : null,
        };
        return (scenario, opening.Problems);

        // That a task has no ONNX models, another rule says.
        ImmutableArray<MinerSection> Opened(ImmutableArray<MinerSection> groups, string path) =>
            [
                .. groups.Select(
                    (group, i) =>
                        IsOnnx(group) && scenario.Task.Models.Contains(group.Model)
                            ? opening.Open(group, Show.Path(path, i))
                            : group
                ),
            ];
    }

    private static bool IsOnnx(MinerSection group) =>
        group.Strategy.HasModel && group.Model == ModelCatalog.Onnx;
}
