using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>How one kind of value is written in a scenario: read, written back, and described to editors.</summary>
internal abstract class ValueKind
{
    /// <summary>What the value is, with an example: <c>an amount such as '100 TAO'</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>The value of a node, or nothing after noting a mistake.</summary>
    public abstract object? Read(Node node, string path, Problems problems);

    /// <summary>The one canonical way to write a value; reading it gives the value back.</summary>
    public abstract JsonNode Write(object value);

    /// <summary>The value's JSON Schema.</summary>
    public abstract JsonObject Schema();

    /// <summary>Notes that a node is something else than expected; returns nothing.</summary>
    protected object? Mismatch(Node node, string path, Problems problems)
    {
        if (node is ScalarNode { IsNull: true })
        {
            problems.Add(node.Place, path, $"no value; write {Expected}, or remove the key");
        }
        else if (node is not UnreadNode)
        {
            problems.Add(node.Place, path, $"{node.Kind} is not {Expected}");
        }
        return null;
    }
}
