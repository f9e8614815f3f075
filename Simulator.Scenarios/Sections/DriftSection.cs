using System.ComponentModel;
using Simulator.Core.Engine;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>drift</c>.</summary>
[Description(
    "How the world moves: more and more questions are of another task, and what is learned is of it too."
)]
internal sealed record DriftSection
{
    private static readonly DriftPlan Default = new();

    [
        Description(
            "The task to which it moves: one of the same models, and of tables one that asks for the same."
        ),
        Kind(typeof(SectionKinds), nameof(SectionKinds.KnownTask))
    ]
    public required TaskEntry To { get; init; }

    [Description("Epochs before it begins to move.")]
    public int From { get; init; } = Default.From;

    [Description("Epochs until it has moved.")]
    public int Over { get; init; } = Default.Over;

    /// <summary>The plan that it describes.</summary>
    public DriftPlan ToPlan() => new() { From = From, Over = Over };
}
