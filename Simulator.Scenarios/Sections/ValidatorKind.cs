using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>A group of validators: what they are like as far as the strategy reads it.</summary>
internal sealed class ValidatorKind : ValueKind
{
    private static readonly RecordKind Map = new(typeof(ValidatorSection));

    /// <inheritdoc/>
    public override string Expected => "a map with a name, a strategy and a stake";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not MapNode map)
        {
            return Mismatch(node, path, problems);
        }
        var section = (ValidatorSection?)Map.Read(node, path, problems);
        if (section is not null && KeyFit.IsChosen(map, "strategy", section.Strategy.Name))
        {
            KeyFit.Check(map, path, "strategy", section.Strategy.Name, Catalog.ValidatorKeys, problems);
            WeightKeys.Check(map, path, section, problems);
        }
        return section;
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        KeyFit.Fitting(
            WeightKeys.Fitting((JsonObject)Map.Write(value), (ValidatorSection)value),
            ((ValidatorSection)value).Strategy.Name,
            Catalog.ValidatorKeys
        );

    /// <inheritdoc/>
    public override JsonObject Schema() => Map.Schema();
}
