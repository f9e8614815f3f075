using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Profiles;

/// <summary>An entry of <c>groups</c> in a file of learning curves.</summary>
[Description("The models of one group of miners.")]
internal sealed record CurveGroupSection
{
    [Description("Name of the group."), Name]
    public required string? Name { get; init; }

    [Description("What its models are."), Kind(typeof(CurveGroupSection), nameof(AnyMap))]
    public required JsonObject? Model { get; init; }

    [Description("A curve for each model.")]
    public required ImmutableArray<CurveSection>? Curves { get; init; }

    /// <summary>Any map.</summary>
    public static ValueKind AnyMap => new CurveTree(isMap: true);

    /// <summary>The group.</summary>
    public CurveGroup ToGroup() =>
        new()
        {
            Name = Name!,
            Model = Model!,
            Curves = [.. Curves!.Value.Select(curve => curve.ToCurve())],
        };
}
