using System.Collections.Immutable;
using System.ComponentModel;
using Simulator.Core.Chain;
using Simulator.Core.Engine;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Profiles;

namespace Simulator.Scenarios.Sections;

/// <summary>A scenario as its file writes it.</summary>
[Description("A scenario: one world, and one question about it.")]
internal sealed record ScenarioSection
{
    [
        Description("The version of this format: sim/v1."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Schema))
    ]
    public required string Schema { get; init; }

    [
        Description("Name of the scenario; it becomes part of the names of result folders."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.ScenarioName))
    ]
    public required string Name { get; init; }

    [Description("The question that a run answers.")]
    public string Question { get; init; } = "";

    [Description("Seed of everything that is left to chance.")]
    public ulong Seed { get; init; } = 1;

    [Description("Epochs to run.")]
    public int Epochs { get; init; } = 40;

    [Description("What miners are asked."), Kind(typeof(SectionKinds), nameof(SectionKinds.Task))]
    public TaskEntry Task { get; init; } = Catalog.Tasks[0];

    [Description("How the world moves: more and more questions are of another task.")]
    public DriftSection? Drift { get; init; }

    [
        Description("Hyperparameters of the subnet; what is left out is as on a new subnet."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Subnet))
    ]
    public Hyperparameters Subnet { get; init; } = new();

    [
        Description("A rule of the chain's past in place of today's: approximate, no reference."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.ApproximateRule))
    ]
    public ApproximateRuleEntry? ApproximateRule { get; init; }

    [
        Description("Parameters that hold for all subnets."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Network))
    ]
    public GlobalParameters Network { get; init; } = new();

    [
        Description("How weights are hidden until they are revealed, and what may go wrong with it."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Commit))
    ]
    public CommitSection? CommitReveal { get; init; }

    [Description("Prices that never move.")]
    public PriceSection Prices { get; init; } = new();

    [Description("Kinds of machines beside those that every scenario knows.")]
    public ImmutableArray<HardwareSection> Hardware { get; init; } = [];

    [Description("What the operations and bytes of the small models stand for, on hardware that is named.")]
    public ScaleSection Scale { get; init; } = new();

    [Description("How validators question miners.")]
    public QuerySection Queries { get; init; } = new();

    // What holds without the key anyway is left out, so that one experiment has one plan hash.
    [
        Description(
            "How much of what miners answer is really asked: full, one round in so many, or learning curves in place of models."
        ),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Fidelity))
    ]
    public FidelityPlan? Fidelity
    {
        get;
        init => field = value is { IsFull: true } ? null : value;
    }

    /// <summary>The learning curves of the file that <see cref="Fidelity"/> names; null where it names none, or is not read yet.</summary>
    public CurveBook? Curves { get; init; }

    [
        Description("Validators, in order of their uids."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Validator))
    ]
    public ImmutableArray<ValidatorSection> Validators { get; init; } = [];

    [
        Description("Miners that hold a slot from the start, in order of their uids."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Miner))
    ]
    public ImmutableArray<MinerSection> Miners { get; init; } = [];

    [Description("Miners that come while the subnet runs.")]
    public ArrivalSection? Arrivals { get; init; }

    [Description(
        "A retention map in place of a world: beside it stand no keys but name, question, seed and digest."
    )]
    public RetentionSection? Retention { get; init; }

    [Description(
        "A replay in place of a world: beside it stand no keys but name, question, seed and digest."
    )]
    public ReplaySection? Replay { get; init; }

    [Description("Numbers that the run must reach; they answer the question.")]
    public ImmutableArray<ExpectSection> Expect { get; init; } = [];

    [
        Description("SHA-256 of the event log of the scenario as it stands, with its own seed."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Digest))
    ]
    public string? Digest { get; init; }
}
