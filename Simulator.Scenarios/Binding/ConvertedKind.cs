using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A kind of value that is stored as something else than it is read as, and may keep a rule of its own.</summary>
/// <param name="inner">How it is written.</param>
/// <param name="store">What is stored for what was read.</param>
/// <param name="load">What was read, of what is stored.</param>
/// <param name="complaint">What is wrong with what was read, or null.</param>
internal sealed class ConvertedKind(
    ValueKind inner,
    Func<object, object> store,
    Func<object, object> load,
    Func<object, string?>? complaint = null
) : ValueKind
{
    /// <inheritdoc/>
    public override string Expected => inner.Expected;

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (inner.Read(node, path, problems) is not { } value)
        {
            return null;
        }
        if (complaint?.Invoke(value) is not { } wrong)
        {
            return store(value);
        }
        problems.Add(node.Place, path, wrong);
        return null;
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value) => inner.Write(load(value));

    /// <inheritdoc/>
    public override JsonObject Schema() => inner.Schema();
}
