using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Profiles;

namespace Simulator.Scenarios.Profiles;

/// <summary>The learning curves of the miners of one real run, and what they were fitted from.</summary>
public sealed record CurveBook
{
    /// <summary>The format of a file of curves that this version writes and reads.</summary>
    public const string Format = "sim/curves/v1";

    /// <summary>Name of the scenario that was run.</summary>
    public required string Scenario { get; init; }

    /// <summary>The hash of its plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Epochs of the run.</summary>
    public required int Epochs { get; init; }

    /// <summary>Questions of a round.</summary>
    public required int Questions { get; init; }

    /// <summary>What was asked, as the scenario writes it.</summary>
    public required JsonNode Task { get; init; }

    /// <summary>The groups, in the order of the scenario.</summary>
    public required ImmutableArray<CurveGroup> Groups { get; init; }

    /// <summary>The text of the file.</summary>
    public string Text => CurveText.Of(this);

    /// <summary>The group of a name; null where there is none.</summary>
    public CurveGroup? Group(string name) => Groups.FirstOrDefault(group => group.Name == name);

    /// <summary>One of the curves of a group, each equally likely; null where the group has none, and then nothing is drawn.</summary>
    internal ModelProfile? Draw(string group, Rng rng) =>
        Group(group) is { } found ? found.Curves[rng.NextInt(found.Curves.Length)].Profile : null;
}
