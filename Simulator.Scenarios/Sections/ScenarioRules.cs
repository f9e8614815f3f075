using System.Globalization;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Units;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.OwnTasks;
using Simulator.Scenarios.Profiles;

namespace Simulator.Scenarios.Sections;

/// <summary>Asks the types that own the rules, and what only a scenario file can get wrong.</summary>
internal static class ScenarioRules
{
    /// <summary>Every rule that a scenario breaks, by path.</summary>
    /// <param name="scenario">The scenario as it was read.</param>
    /// <param name="world">The world that it describes.</param>
    /// <param name="tree">The file it was read from: it tells what was written from what was left out.</param>
    public static IEnumerable<Problem> Problems(ScenarioSection scenario, WorldPlan world, MapNode tree) =>
        [
            .. world.Problems().Select(InTheWordsOfTheFile),
            .. scenario.Miners.SelectMany((group, i) => OfHardware(group, Show.Path("miners", i))),
            .. (scenario.Arrivals?.Miners ?? []).SelectMany(
                (group, i) => OfHardware(group, Show.Path("arrivals.miners", i))
            ),
            .. scenario.Miners.SelectMany(
                (group, i) => OfModel(group, Show.Path("miners", i), scenario.Task)
            ),
            .. (scenario.Arrivals?.Miners ?? []).SelectMany(
                (group, i) => OfModel(group, Show.Path("arrivals.miners", i), scenario.Task)
            ),
            .. scenario.Miners.SelectMany(
                (group, i) => ExternalRules.Problems(group, Show.Path("miners", i))
            ),
            .. (scenario.Arrivals?.Miners ?? []).SelectMany(
                (group, i) => ExternalRules.Problems(group, Show.Path("arrivals.miners", i))
            ),
            .. scenario.Miners.SelectMany(
                (group, i) => UntrainedRules.Problems(group, Show.Path("miners", i), tree)
            ),
            .. (scenario.Arrivals?.Miners ?? []).SelectMany(
                (group, i) => UntrainedRules.Problems(group, Show.Path("arrivals.miners", i), tree)
            ),
            .. FirmRules.Problems(scenario, tree),
            .. OfDrift(scenario),
            .. CurveGroups.Problems(scenario),
            .. OfHiding(scenario, tree),
            .. scenario.Expect.SelectMany(
                (expect, i) => OfExpectation(expect, Show.Path("expect", i), scenario)
            ),
        ];

    // Newcomers are counted by their weight.
    private static Problem InTheWordsOfTheFile(Problem problem) =>
        problem.Path.StartsWith("arrivals.miners[", StringComparison.Ordinal)
        && problem.Path.EndsWith(".count", StringComparison.Ordinal)
            ? problem with
            {
                Path = problem.Path[..^"count".Length] + "weight",
            }
            : problem;

    private static IEnumerable<Problem> OfHardware(MinerSection group, string path) =>
        group.Extremes.SelectMany(hardware => hardware.Problems(path)).Distinct();

    private static IEnumerable<Problem> OfModel(MinerSection group, string path, TaskEntry task)
    {
        if (group.Strategy.HasModel && !task.Models.Contains(group.Model))
        {
            string fitting = Show.Names(task.Models.Select(model => model.Name));
            yield return new(
                $"{path}.model",
                $"'{group.Model.Name}' does not learn 'task: {task.Name}'; models that do are {fitting}"
            );
        }
    }

    private static IEnumerable<Problem> OfDrift(ScenarioSection scenario)
    {
        if (scenario.Drift is not { } drift || scenario.Task == OwnTask.Unread)
        {
            yield break;
        }
        TaskEntry task = scenario.Task;
        TaskEntry[] fitting =
        [
            .. Catalog.Tasks.Where(other =>
                task.Own is null && other != task && other.Models == task.Models && other.Label == task.Label
            ),
        ];
        if (!fitting.Contains(drift.To))
        {
            yield return new(
                "drift.to",
                fitting.Length == 0
                    ? $"'task: {task.Name}' can move nowhere; {Nowhere(task)}"
                    : $"'task: {task.Name}' cannot move to '{drift.To.Name}'; it can to {Show.Names(fitting.Select(other => other.Name))}"
            );
        }
    }

    private static string Nowhere(TaskEntry task) =>
        task switch
        {
            { Own: not null } => "a world moves only between tasks that come along",
            { Label: LabelKind.Number } => "no other task of its models asks for a number",
            { Label: LabelKind.Class } => "no other task of its models asks for a class",
            _ => "no other task has its models",
        };

    private static IEnumerable<Problem> OfHiding(ScenarioSection scenario, MapNode tree)
    {
        if (
            scenario.CommitReveal is { } commit
            && (tree.Find("subnet")?.Value as MapNode)?.Find("commit_reveal_weights_enabled") is not null
            && scenario.Subnet.CommitRevealWeightsEnabled != (commit.Mode != Hiding.Off)
        )
        {
            yield return new(
                "subnet.commit_reveal_weights_enabled",
                scenario.Subnet.CommitRevealWeightsEnabled
                    ? "true contradicts 'commit_reveal: off'; remove one of them"
                    : "false contradicts 'commit_reveal', which hides weights; remove one of them"
            );
        }
    }

    private static IEnumerable<Problem> OfExpectation(
        ExpectSection expect,
        string path,
        ScenarioSection scenario
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
        if (expect.Of is { } of && WrongSubject(of, expect.Metric, scenario) is { } wrong)
        {
            yield return new($"{path}.of", wrong);
        }
    }

    private static string? WrongSubject(string of, Metric metric, ScenarioSection scenario)
    {
        if (metric.Role is null)
        {
            return $"{metric.Name} is about the whole subnet; remove 'of'";
        }
        string[] miners =
        [
            .. scenario
                .Miners.Concat(scenario.Arrivals?.Miners ?? [])
                .SelectMany(g => (string[])[g.Name, g.Strategy.Name]),
        ];
        string[] validators = [.. scenario.Validators.SelectMany(g => (string[])[g.Name, g.Strategy.Name])];
        string[] known = [.. (metric.Role == "miner" ? miners : validators).Distinct()];
        return known.Contains(of)
            ? null
            : $"{Show.Quoted(of)} is no group or strategy of {metric.Role}s here{NearNames.Hint(of, known)}";
    }
}
