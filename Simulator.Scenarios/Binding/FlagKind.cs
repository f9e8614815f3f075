using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary><c>true</c> or <c>false</c>, and nothing else that YAML dialects take for it.</summary>
internal sealed class FlagKind : ScalarKind<bool>
{
    /// <inheritdoc/>
    public override string Expected => "true or false";

    /// <inheritdoc/>
    protected override bool MayBeQuoted => false;

    /// <inheritdoc/>
    public override JsonNode Write(object value) => (bool)value;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    /// <inheritdoc/>
    protected override string? Parse(string text, out bool value)
    {
        value = text == "true";
        return text is "true" or "false" ? null : $"{Show.Quoted(text)} is not true or false";
    }
}
