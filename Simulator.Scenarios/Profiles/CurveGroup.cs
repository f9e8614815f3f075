using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Profiles;

/// <summary>The learning curves of the miners of one group.</summary>
public sealed record CurveGroup
{
    /// <summary>Name of the group.</summary>
    public required string Name { get; init; }

    /// <summary>The keys of the group that say what its models are.</summary>
    public required JsonObject Model { get; init; }

    /// <summary>A curve for each model, at least one.</summary>
    public required ImmutableArray<GroupCurve> Curves { get; init; }
}
