using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Simulator.Core.Engine;
using Simulator.Core.Studies.Replays;
using Simulator.Core.Studies.Retention;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Studies;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios;

/// <summary>A scenario without mistakes: a world, and what a run of it is expected to show. Never changes.</summary>
public sealed record Scenario
{
    private readonly JsonObject _resolved;

    internal Scenario(JsonObject resolved) => _resolved = resolved;

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The question that a run answers; empty where the file asks none.</summary>
    public required string Question { get; init; }

    /// <summary>The run's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The world; an empty one, which nothing runs, where the scenario is a retention map or a replay.</summary>
    public required WorldPlan World { get; init; }

    /// <summary>The retention map that is computed in place of a world; null where a world runs.</summary>
    public RetentionPlan? Retention { get; init; }

    /// <summary>Published numbers that the retention map must reproduce.</summary>
    public ImmutableArray<PublishedUtility> Published { get; init; } = [];

    /// <summary>The replay that is run in place of a world; null where a world runs.</summary>
    public ReplayPlan? Replay { get; init; }

    /// <summary>What the variants of the replay must reach.</summary>
    public ImmutableArray<ReplayExpectation> ReplayExpect { get; init; } = [];

    /// <summary>Epochs of a whole run; every cell of a retention map is one, and all variants of a replay share theirs.</summary>
    public int Epochs => Retention is { } retention ? (int)retention.Cells : Replay?.Epochs ?? World.Epochs;

    /// <summary>What a run must reach.</summary>
    public required ImmutableArray<Expectation> Expect { get; init; }

    /// <summary>The digest of the scenario as its file has it, in hex; null where the file itself gives none.</summary>
    public required string? Digest { get; init; }

    /// <summary>Programs and endpoints outside the simulator that its miners ask; a run needs <see cref="With"/> first.</summary>
    public ImmutableArray<ExternalProgram> External { get; init; } = [];

    /// <summary>The models outside that its miners ask; null before <see cref="With"/>.</summary>
    internal ExternalModels? ExternalModels { get; private init; }

    /// <summary>The world whose miners ask given models outside.</summary>
    internal Func<ExternalModels, WorldPlan>? WorldOf { get; init; }

    /// <summary>Whether the scenario is as its file has it, seed included: only then can its digest be compared.</summary>
    public required bool IsAsShipped { get; init; }

    /// <summary>Whether ONNX models answer: their last bits may differ between kinds of processor, and with them the
    /// tables of a run.</summary>
    public bool HasOnnxModels { get; init; }

    /// <summary>What root may set and the subnet's owner may not: worth a note, and no mistake.</summary>
    public required ImmutableArray<ScenarioProblem> Notes { get; init; }

    /// <summary>SHA-256 of <see cref="Resolved"/> as canonical JSON, in hex: equal for the same experiment with the same expectations.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The scenario with everything it extends, every default and every override written out; it reads back
    /// as the same scenario. A new tree each time.</summary>
    public JsonObject Resolved => (JsonObject)_resolved.DeepClone();

    /// <summary>The scenario, ready to run with models outside the simulator.</summary>
    /// <param name="models">The models: live, or a recording.</param>
    public Scenario With(ExternalModels models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return External.IsEmpty ? this : this with { ExternalModels = models, World = WorldOf!(models) };
    }
}
