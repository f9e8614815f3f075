using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Profiles;

/// <summary>A file of learning curves as it is written.</summary>
[Description("Learning curves of a real run.")]
internal sealed record CurveFileSection
{
    [Description("The version of this format."), Kind(typeof(CurveFileSection), nameof(Version))]
    public required string? Schema { get; init; }

    [Description("The scenario that was run.")]
    public required string? Scenario { get; init; }

    [Description("The hash of its plan."), Kind(typeof(SectionKinds), nameof(SectionKinds.Digest))]
    public required string? PlanHash { get; init; }

    [Description("The seed of the run.")]
    public required ulong? Seed { get; init; }

    [Description("What was asked."), Kind(typeof(CurveFileSection), nameof(AnyTask))]
    public required JsonNode? Task { get; init; }

    [Description("Epochs of the run."), Range(1, 1_000_000)]
    public required int? Epochs { get; init; }

    [Description("Questions of a round."), Range(1, 1_024)]
    public required int? Questions { get; init; }

    [Description("The groups of miners whose models learned.")]
    public required ImmutableArray<CurveGroupSection>? Groups { get; init; }

    /// <summary>The version of the format.</summary>
    public static ValueKind Version =>
        new ChoiceKind(
            [(CurveBook.Format, CurveBook.Format)],
            $"{CurveBook.Format}, the version of learning curves that this program reads"
        );

    /// <summary>Any task.</summary>
    public static ValueKind AnyTask => new CurveTree();

    /// <summary>The curves.</summary>
    public CurveBook ToBook() =>
        new()
        {
            Scenario = Scenario!,
            PlanHash = PlanHash!,
            Seed = Seed!.Value,
            Task = Task!,
            Epochs = Epochs!.Value,
            Questions = Questions!.Value,
            Groups = [.. Groups!.Value.Select(group => group.ToGroup())],
        };
}
