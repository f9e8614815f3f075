using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Studies.Replays;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>What a variant of <c>replay.variants</c> is, beside its parameters.</summary>
internal sealed record ReplayVariantHead
{
    [
        Description("The rule: one of the chain, or of the papers."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.ReplayRule))
    ]
    public required ReplayRule Rule { get; init; }

    [
        Description("Name of the variant in tables and charts; the rule's where it is left out."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Label))
    ]
    public string? Label { get; init; }

    [Description("As replay.shifted, for this variant.")]
    public string? Shifted { get; init; }

    [Description("As replay.delayed, for this variant."), Range(0, 10_000)]
    public int? Delayed { get; init; }

    [Description("As replay.delayed_validator, for this variant.")]
    public string? DelayedValidator { get; init; }

    [Description("As replay.resets, for this variant.")]
    public bool? Resets { get; init; }

    [Description("As replay.full_matrix, for this variant.")]
    public bool? FullMatrix { get; init; }
}
