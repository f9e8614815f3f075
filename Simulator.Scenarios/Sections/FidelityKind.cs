using System.Text.Json.Nodes;
using Simulator.Core.Engine;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>fidelity</c>: the word <c>full</c>, or a map that says which rounds are real.</summary>
internal sealed class FidelityKind : ValueKind
{
    private static readonly ChoiceKind Word = new([("full", FidelityPlan.Full)], What);
    private static readonly RecordKind Map = new(typeof(FidelitySection));

    private const string What = "'full' or a map such as { sampled: 5 }";

    /// <inheritdoc/>
    public override string Expected => What;

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems) =>
        node switch
        {
            MapNode => Map.Read(node, path, problems) is FidelitySection { Sampled: { } sampled }
                ? new FidelityPlan { Sampled = sampled }
                : null,
            ScalarNode => Word.Read(node, path, problems),
            _ => Mismatch(node, path, problems),
        };

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        Map.Write(new FidelitySection { Sampled = ((FidelityPlan)value).Sampled });

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Word.Schema(), Map.Schema()) };
}
