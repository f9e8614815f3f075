using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Studies.Replays;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>replay</c>.</summary>
[Description(
    "A replay in place of a world: variants of the rules side by side on stakes and weights that are given."
)]
internal sealed record ReplaySection
{
    // The original's charts: Yuma 3 remembers bonds for long, and none follows the clipped weights quite wholly.
    private const double ChartPenalty = 0.99;
    private const double ChartMemory = 0.975;

    [Description("A replay file, by path below this folder; or a case of the library such as yuma/case01.")]
    public required string Source { get; init; }

    [
        Description("SHA-256 of the replay file, which must then be this very one."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Digest))
    ]
    public string? Sha256 { get; init; }

    [Description("A validator, by name, hotkey or uid, whose row of each epoch is that of the next.")]
    public string? Shifted { get; init; }

    [Description("By how many epochs weights count late."), Range(0, 10_000)]
    public int? Delayed { get; init; }

    [Description("The validator whose weights are late; all of them where it is left out.")]
    public string? DelayedValidator { get; init; }

    [Description("Whether a reset of bonds that the source asks for is carried out.")]
    public bool Resets { get; init; } = true;

    [Description(
        "Whether every neuron is a row and a column, as in the original's charts; paper rules alone."
    )]
    public bool FullMatrix { get; init; }

    [Description("Parameters of all variants that read them; a variant's own win.")]
    public ReplayParametersSection Parameters { get; init; } = new();

    [
        Description("The variants; those of the original's charts where they are left out."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.ReplayVariant))
    ]
    public ImmutableArray<ReplayVariantSection> Variants { get; init; } = [];

    [Description("Numbers that the run must reach; they answer the question.")]
    public ImmutableArray<ReplayExpectSection> Expect { get; init; } = [];

    /// <summary>The section with the variants of the original's charts where it names none.</summary>
    public ReplaySection WithVariants() =>
        !Variants.IsEmpty
            ? this
            : this with
            {
                Parameters = Parameters with
                {
                    BondPenalty = Parameters.BondPenalty ?? ChartPenalty,
                    LiquidAlphaConsensusMode = Parameters.LiquidAlphaConsensusMode ?? ConsensusMode.Mixed,
                },
                Variants = [.. ReplayRule.OfCharts.Select(OfCharts)],
            };

    private ReplayVariantSection OfCharts(ReplayRule rule)
    {
        bool isYuma3 = rule.Id is "paper/yuma3_web" or "paper/yuma3_liquid_web";
        return new(
            new() { Rule = rule },
            new()
            {
                BondMovingAvg = isYuma3 && Parameters.BondMovingAvg is null ? ChartMemory : null,
                LiquidAlpha =
                    rule.Id == "paper/yuma3_liquid_web" && Parameters.LiquidAlpha is null ? true : null,
            }
        );
    }
}
