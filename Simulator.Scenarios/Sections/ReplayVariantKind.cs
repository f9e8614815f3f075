using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>A variant of a replay: its rule, and the parameters that the rule reads.</summary>
internal sealed class ReplayVariantKind : ValueKind
{
    private static readonly Shape Head = Shape.Of(typeof(ReplayVariantHead));
    private static readonly Shape Parameters = Shape.Of(typeof(ReplayParametersSection));

    /// <inheritdoc/>
    public override string Expected => "a map with a rule";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not MapNode map)
        {
            return Mismatch(node, path, problems);
        }
        var head = (ReplayVariantHead)Activator.CreateInstance(Head.Type)!;
        ReplayParametersSection parameters = new();
        RecordKind.Bind(map, path, [(Head, head), (Parameters, parameters)], problems);
        if (!RecordKind.IsUsable(Head, head))
        {
            return null;
        }
        foreach (
            MapEntry entry in map.Entries.Where(e => IsParameter(e.Key) && !head.Rule.Reads.Contains(e.Key))
        )
        {
            problems.Add(
                entry.Place,
                Show.Path(path, entry.Key),
                $"means nothing with 'rule: {head.Rule.Id}'; it reads {Show.Names(head.Rule.Reads)}"
            );
        }
        return new ReplayVariantSection(head, parameters);
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value)
    {
        var variant = (ReplayVariantSection)value;
        return RecordKind.Written((Head, variant.Head), (Parameters, variant.Parameters));
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => RecordKind.SchemaOf(Head, Parameters);

    private static bool IsParameter(string key) => Parameters.Keys.Any(known => known.Name == key);
}
