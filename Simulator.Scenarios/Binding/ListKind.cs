using System.Collections;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A list of values of one kind; read as an array of objects.</summary>
/// <param name="item">The kind of its entries.</param>
/// <param name="what">What the entries are, in the plural.</param>
internal sealed class ListKind(ValueKind item, string what) : ValueKind
{
    /// <inheritdoc/>
    public override string Expected => $"a list of {what}";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not ListNode list)
        {
            return Mismatch(node, path, problems);
        }
        var items = list.Items.Select((n, i) => item.Read(n, Show.Path(path, i), problems)).ToArray();
        return Array.Exists(items, i => i is null) ? null : items;
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        new JsonArray([.. ((IEnumerable)value).Cast<object>().Select(item.Write)]);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = item.Schema() };
}
