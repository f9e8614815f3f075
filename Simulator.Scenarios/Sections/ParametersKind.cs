using System.Text.Json.Nodes;
using Simulator.Core.Chain.Parameters;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>A section of the chain's parameters; what it leaves out keeps the value of a new subnet.</summary>
/// <param name="keys">Its keys.</param>
/// <param name="fresh">The record before anything is set.</param>
/// <param name="other">The section that holds the chain's other parameters.</param>
internal sealed class ParametersKind<TRecord>(
    IReadOnlyList<ParameterKey<TRecord>> keys,
    TRecord fresh,
    string other
) : ValueKind
    where TRecord : notnull
{
    /// <inheritdoc/>
    public override string Expected => $"a map of parameters such as {keys[0].Name}";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not MapNode map)
        {
            return Mismatch(node, path, problems);
        }
        var record = fresh;
        foreach (var entry in map.Entries)
        {
            var at = Show.Path(path, entry.Key);
            if (keys.FirstOrDefault(k => k.Name == entry.Key) is not { } key)
            {
                problems.Add(entry.Place, at, $"unknown key{Hint(entry.Key)}");
            }
            else if (key.Kind.Read(entry.Value, at, problems) is { } value)
            {
                record = key.Set(record, value);
            }
        }
        return record;
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        new JsonObject(
            keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)k.Kind.Write(k.Get((TRecord)value))))
        );

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var schema = key.Kind.Schema();
            schema.Insert(0, "description", key.Meaning);
            properties[key.Name] = schema;
        }
        return new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
    }

    private string Hint(string name) =>
        ParameterCatalog.Find(name) is not null ? $"; it stands in the section '{other}'"
        : Shape.Of(typeof(ScenarioSection)).Keys.Any(k => k.Name == name)
            ? "; it stands at the top of the file"
        : NearNames.Hint(name, keys.Select(k => k.Name));
}
