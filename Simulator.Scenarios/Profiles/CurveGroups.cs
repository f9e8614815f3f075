using Simulator.Core.Units;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.OwnTasks;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Profiles;

/// <summary>The groups of miners of a scenario that follow learning curves.</summary>
internal static class CurveGroups
{
    private const string Key = "fidelity.profile";

    /// <summary>The scenario with the curves of the file that it names; as it is where it names none, and after noting every mistake
    /// of the file.</summary>
    /// <param name="scenario">The scenario as it was read.</param>
    /// <param name="tree">Its text.</param>
    /// <param name="source">Its source.</param>
    /// <param name="problems">Takes the mistakes.</param>
    public static ScenarioSection Opened(
        ScenarioSection scenario,
        MapNode tree,
        ScenarioSource source,
        Problems problems
    )
    {
        if (scenario.Fidelity is not { Profile: { } word } fidelity)
        {
            return scenario;
        }
        if (CurveReader.Read(word, Key, NodePath.PlaceOf(tree, Key), source, problems) is not { } read)
        {
            return scenario;
        }
        if (fidelity.ProfileSha256 is { } expected && expected != read.Sha256)
        {
            problems.Add(
                NodePath.PlaceOf(tree, "fidelity.sha256"),
                "fidelity.sha256",
                $"the file has {read.Sha256}: it is not the file that was meant"
            );
        }
        return scenario with { Curves = read.Book, Fidelity = fidelity with { ProfileSha256 = read.Sha256 } };
    }

    /// <summary>Everything in which a scenario and its curves differ.</summary>
    public static IEnumerable<Problem> Problems(ScenarioSection scenario) =>
        scenario.Curves is not { } curves
            ? []
            :
            [
                .. OfTask(scenario, curves),
                .. scenario.Miners.SelectMany(
                    (group, i) => OfGroup(group, Show.Path("miners", i), scenario, curves)
                ),
                .. (scenario.Arrivals?.Miners ?? []).SelectMany(
                    (group, i) => OfGroup(group, Show.Path("arrivals.miners", i), scenario, curves)
                ),
            ];

    private static IEnumerable<Problem> OfTask(ScenarioSection scenario, CurveBook curves)
    {
        (string here, string there) = (
            CurveTree.Show(SectionKinds.Task.Write(scenario.Task)),
            CurveTree.Show(curves.Task)
        );
        if (scenario.Task != OwnTask.Unread && here != there)
        {
            yield return new(
                "task",
                $"{here} here, but the curves of {scenario.Fidelity!.Profile} are of {there}"
            );
        }
    }

    private static IEnumerable<Problem> OfGroup(
        MinerSection group,
        string path,
        ScenarioSection scenario,
        CurveBook curves
    )
    {
        if (group.FineTuneAfter is not null)
        {
            yield return new(
                $"{path}.fine_tune_after",
                "means nothing with learning curves, which know no other data"
            );
            yield break;
        }
        // Nobody of such a group ever follows a curve.
        if (group.Count == 0 || CurveKeys.Of(group) is not { } here)
        {
            yield break;
        }
        string file = scenario.Fidelity!.Profile!;
        if (group.UpgradeAfter is not null)
        {
            yield return new(
                $"{path}.upgrade_after",
                "means nothing with learning curves, which know no larger models"
            );
        }
        if (curves.Group(group.Name)?.Model is not { } there)
        {
            IEnumerable<string> known = curves.Groups.Select(g => g.Name);
            yield return new(
                $"{path}.name",
                $"{file} has no curves of '{group.Name}'{NearNames.Hint(group.Name, known)}"
            );
            yield break;
        }
        // Another model has other keys: one complaint is enough.
        IEnumerable<string> keys =
            CurveTree.Show(here["model"]) != CurveTree.Show(there["model"])
                ? ["model"]
                : here.Concat(there).Select(entry => entry.Key).Distinct();
        foreach (string key in keys)
        {
            (string mine, string fitted) = (CurveTree.Show(here[key]), CurveTree.Show(there[key]));
            if (mine != fitted)
            {
                yield return new(
                    $"{path}.{Show.Bare(key)}",
                    $"{Show.Bare(mine)} here, but {Show.Bare(fitted)} in the run from which {file} was fitted"
                );
            }
        }
    }
}
