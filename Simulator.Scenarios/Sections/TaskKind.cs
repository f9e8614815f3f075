using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Catalogs;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.OwnTasks;

namespace Simulator.Scenarios.Sections;

/// <summary>The key <c>task</c>: the name of a task that comes along, or a map that names a file of the user's own.</summary>
/// <param name="known">The tasks that come along.</param>
internal sealed class TaskKind(ValueKind known) : ValueKind
{
    private static readonly RecordKind Map = new(typeof(OwnTaskSection));

    /// <inheritdoc/>
    public override string Expected => $"{known.Expected}, or a map with a name and a file";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not MapNode map)
        {
            return node is ScalarNode { IsNull: false }
                ? known.Read(node, path, problems)
                : Mismatch(node, path, problems);
        }
        if (Map.Read(map, path, problems) is not OwnTaskSection section)
        {
            return null;
        }
        int before = problems.Count;
        foreach ((string key, string complaint) in Mistakes(section))
        {
            Place place = map.Find(key)?.Place ?? map.Place;
            problems.Add(place, Show.Path(path, key), complaint);
        }
        return problems.Count == before ? TaskEntry.OfOwn(WithDefaults(section)) : null;
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        ((TaskEntry)value).Own is { } own ? Map.Write(own) : known.Write(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(known.Schema(), Map.Schema()) };

    private static OwnTaskSection WithDefaults(OwnTaskSection section) =>
        section.Table is null
            ? section
            : section with
            {
                Kind = section.Kind ?? LabelKind.Number,
                HeldOut = section.HeldOut ?? OwnTaskSection.UsualHeldOut,
            };

    private static IEnumerable<(string Key, string Complaint)> Mistakes(OwnTaskSection section)
    {
        if (TaskCatalog.All.Any(task => task.Name == section.Name))
        {
            yield return ("name", $"'{section.Name}' comes along; give your task another name");
        }
        if (section.Table is null == section.Sentences is null)
        {
            yield return section.Table is null
                ? ("table", "missing; a task of your own has a 'table' or 'sentences'")
                : ("sentences", "stands beside 'table'; a task has one of them");
        }
        else if (section.Table is not null && section.Label is null)
        {
            yield return ("label", "missing; write the column of the table that is asked for");
        }
        if (section.Table is null && section.Sentences is not null)
        {
            (string Key, object? Value)[] ofTables =
            [
                ("label", section.Label),
                ("kind", section.Kind),
                ("held_out", section.HeldOut),
            ];
            foreach ((string key, _) in ofTables.Where(k => k.Value is not null))
            {
                yield return (key, "means nothing with 'sentences'; it belongs to 'table'");
            }
        }
    }
}
