using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A section that becomes a record.</summary>
internal sealed class RecordKind(Type type) : ValueKind
{
    private readonly Shape _shape = Shape.Of(type);

    /// <inheritdoc/>
    public override string Expected => $"a map of {Show.Names(_shape.Keys.Take(4).Select(k => k.Name))}";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not MapNode map)
        {
            return Mismatch(node, path, problems);
        }
        var record = Activator.CreateInstance(_shape.Type)!;
        Bind(map, path, [(_shape, record)], problems);
        return IsUsable(_shape, record) ? record : null;
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value) => Written((_shape, value));

    /// <inheritdoc/>
    public override JsonObject Schema() => SchemaOf(_shape);

    /// <summary>Binds one map to several records at once; each key belongs to the first shape that has it.</summary>
    /// <param name="map">The map.</param>
    /// <param name="path">Its path.</param>
    /// <param name="targets">The shapes and the records to fill.</param>
    /// <param name="problems">Takes the mistakes found.</param>
    /// <param name="elsewhere">Says more about an unknown key, or nothing.</param>
    public static void Bind(
        MapNode map,
        string path,
        IReadOnlyList<(Shape Shape, object Record)> targets,
        Problems problems,
        Func<string, string?>? elsewhere = null
    )
    {
        var keys = targets.SelectMany(t => t.Shape.Keys.Select(k => (Key: k, t.Record))).ToList();
        foreach (var entry in map.Entries)
        {
            var at = Show.Path(path, entry.Key);
            var (key, record) = keys.Find(k => k.Key.Name == entry.Key);
            if (key is null)
            {
                var hint =
                    elsewhere?.Invoke(entry.Key) ?? NearNames.Hint(entry.Key, keys.Select(k => k.Key.Name));
                problems.Add(entry.Place, at, $"unknown key{hint}");
            }
            else if (key.Kind.Read(entry.Value, at, problems) is { } value)
            {
                key.Set(record, value);
            }
        }
        foreach (var (key, _) in keys.Where(k => k.Key.IsRequired && map.Find(k.Key.Name) is null))
        {
            problems.Add(map.Place, Show.Path(path, key.Name), $"missing; write {key.Kind.Expected}");
        }
    }

    /// <summary>Whether a record has everything that it must have: then its rules can be asked, so that all mistakes
    /// show at once, even if some of its values could not be read.</summary>
    public static bool IsUsable(Shape shape, object record) =>
        shape.Keys.All(k => !k.IsRequired || k.Get(record) is not null);

    /// <summary>Records written as one map, without what they leave open.</summary>
    public static JsonObject Written(params ReadOnlySpan<(Shape Shape, object Record)> sources)
    {
        var map = new JsonObject();
        foreach (var (shape, record) in sources)
        {
            foreach (var key in shape.Keys)
            {
                if (key.Get(record) is { } value && !map.ContainsKey(key.Name))
                {
                    map[key.Name] = key.Kind.Write(value);
                }
            }
        }
        return map;
    }

    /// <summary>The JSON Schema of a map with the keys of several shapes.</summary>
    public static JsonObject SchemaOf(params ReadOnlySpan<Shape> shapes)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var shape in shapes)
        {
            foreach (var key in shape.Keys.Where(k => !properties.ContainsKey(k.Name)))
            {
                var schema = key.Kind.Schema();
                schema.Insert(0, "description", key.Meaning);
                properties[key.Name] = schema;
                if (key.IsRequired)
                {
                    required.Add(key.Name);
                }
            }
        }
        var map = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        if (required.Count > 0)
        {
            map["required"] = required;
        }
        return map;
    }
}
