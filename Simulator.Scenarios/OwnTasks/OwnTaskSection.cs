using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>The section <c>task</c>, where it names a file in place of a task.</summary>
[Description("A task of your own: a table or sentence pairs in a file beside the scenario.")]
internal sealed record OwnTaskSection
{
    /// <summary>Share of a table's rows that is held out unless the section says otherwise.</summary>
    public const double UsualHeldOut = 0.25;

    [Description("Name of the task; none that comes along."), Name]
    public required string Name { get; init; }

    [Description(
        "A CSV file, by path below this folder: a heading, then numbers, words and a label in each row."
    )]
    public string? Table { get; init; }

    [Description("A file, by path below this folder: on each line a sentence, a tab and its translation.")]
    public string? Sentences { get; init; }

    [Description("The column of the table that is asked for.")]
    public string? Label { get; init; }

    [Description("Whether the label is a number or one of two classes; the second by name is class 1.")]
    public LabelKind? Kind { get; init; }

    [Description("Share of the table's rows that is held out to be asked about."), Range(0.05, 0.5)]
    public double? HeldOut { get; init; }

    [
        Description("SHA-256 of the file, which must then be this very one."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Digest))
    ]
    public string? Sha256 { get; init; }

    /// <summary>The file.</summary>
    public string File => Table ?? Sentences!;
}
