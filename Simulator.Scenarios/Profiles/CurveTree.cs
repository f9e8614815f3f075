using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Profiles;

/// <summary>A value of any form, which is compared and not interpreted.</summary>
/// <param name="isMap">Whether it must be a map.</param>
internal sealed class CurveTree(bool isMap = false) : ValueKind
{
    /// <inheritdoc/>
    public override string Expected =>
        isMap ? "a map of keys as in a group of miners" : "a task as in a scenario";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems) =>
        node is MapNode || (node is ScalarNode { IsNull: false } && !isMap)
            ? Of(node)
            : Mismatch(node, path, problems);

    /// <inheritdoc/>
    public override JsonNode Write(object value) => ((JsonNode)value).DeepClone();

    /// <inheritdoc/>
    public override JsonObject Schema() => isMap ? new() { ["type"] = "object" } : [];

    /// <summary>The values at the ends of a tree as texts: what a file and a scenario have in common.</summary>
    public static string Show(JsonNode? node) =>
        node switch
        {
            null => "nothing",
            JsonObject map => $"{{ {string.Join(", ", map.Select(e => $"{e.Key}: {Show(e.Value)}"))} }}",
            JsonArray list => $"[{string.Join(", ", list.Select(Show))}]",
            _ => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(),
        };

    private static JsonNode? Of(Node node) =>
        node switch
        {
            MapNode map => new JsonObject([
                .. map.Entries.Select(e => KeyValuePair.Create(e.Key, Of(e.Value))),
            ]),
            ListNode list => new JsonArray([.. list.Items.Select(Of)]),
            ScalarNode { IsNull: false } scalar => JsonValue.Create(scalar.Text),
            _ => null,
        };
}
