using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Translation;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>Reads the file of a task of the user's own.</summary>
internal static class OwnTask
{
    private const string Key = "task";

    /// <summary>What stands in the place of a task that a scenario names wrongly: any model learns it, and it is never
    /// asked, because such a scenario does not run.</summary>
    public static TaskEntry Unread { get; } =
        new("unread", "Never asked.", () => ImageRecognition.Digits, Catalog.Models);

    /// <summary>A task with the data of its file; the entry as it is where the scenario names a task of the catalogue, and
    /// after noting every mistake of the file.</summary>
    /// <param name="entry">What the scenario says.</param>
    /// <param name="tree">The scenario's text.</param>
    /// <param name="scenario">The scenario's own source.</param>
    /// <param name="problems">Takes the mistakes found.</param>
    public static TaskEntry Opened(TaskEntry entry, MapNode tree, ScenarioSource scenario, Problems problems)
    {
        if (problems.Paths.Any(path => path == Key || path.StartsWith($"{Key}.", StringComparison.Ordinal)))
        {
            return Unread;
        }
        if (entry.Own is not { } section)
        {
            return entry;
        }
        string key = section.Table is null ? $"{Key}.sentences" : $"{Key}.table";
        Place place = NodePath.PlaceOf(tree, key);
        if (FileBeside.Find(section.File, place, scenario, out string complaint) is not { } found)
        {
            problems.Add(place, key, complaint);
            return entry;
        }
        DataComplaints complaints = new(found.Shown);
        DataFile? file = DataFile.Read(found.Full, complaints);
        ITask? task = file is null ? null : Task(section, file, complaints);
        complaints.Tell(problems);
        if (file is not null && section.Sha256 is { } expected && expected != file.Sha256)
        {
            problems.Add(
                NodePath.PlaceOf(tree, "task.sha256"),
                "task.sha256",
                $"the file has {file.Sha256}: it is not the file that was meant"
            );
        }
        return task is null ? entry : TaskEntry.OfOwn(section with { Sha256 = file!.Sha256 }, task);
    }

    private static ITask? Task(OwnTaskSection section, DataFile file, DataComplaints complaints)
    {
        if (section.Table is not null)
        {
            return new OwnTable(file, complaints).Read(section) is { } table ? new TableTask(table) : null;
        }
        return OwnSentences.Read(section.Name, file.Lines(), complaints) is { } pairs
            ? new LanguageTranslation(section.Name, pairs)
            : null;
    }
}
