using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A number, or a list of two between which each member of a group draws its own.</summary>
/// <param name="number">How a number is written; read as a decimal.</param>
internal sealed class DrawKind(ValueKind number) : ValueKind
{
    /// <inheritdoc/>
    public override string Expected => $"{number.Expected}, or a range as [low, high]";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not ListNode list)
        {
            return node is ScalarNode { IsNull: false }
                ? number.Read(node, path, problems) is { } one
                    ? Draw.Always((decimal)one)
                    : null
                : Mismatch(node, path, problems);
        }
        if (list.Items.Count != 2)
        {
            problems.Add(node.Place, path, "a range has two numbers: [low, high]");
            return null;
        }
        var low = number.Read(list.Items[0], Show.Path(path, 0), problems);
        var high = number.Read(list.Items[1], Show.Path(path, 1), problems);
        if (low is null || high is null)
        {
            return null;
        }
        if ((decimal)low > (decimal)high)
        {
            problems.Add(
                node.Place,
                path,
                $"the range is upside down; write [{Text(list.Items[1])}, {Text(list.Items[0])}]"
            );
            return null;
        }
        return new Draw((decimal)low, (decimal)high);
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value)
    {
        var draw = (Draw)value;
        return draw.Low == draw.High
            ? number.Write(draw.Low)
            : new JsonArray(number.Write(draw.Low), number.Write(draw.High));
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["anyOf"] = new JsonArray(
                number.Schema(),
                new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = number.Schema(),
                    ["minItems"] = 2,
                    ["maxItems"] = 2,
                }
            ),
        };

    private static string Text(Node node) => Show.Bare(((ScalarNode)node).Text);
}
