using System.ComponentModel;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>fidelity</c> where it is a map.</summary>
[Description("How much of what miners answer is really asked.")]
internal sealed record FidelitySection
{
    [Description(
        "Of how many rounds of a validator one is real; in the others it repeats what it last found."
    )]
    public int? Sampled { get; init; }

    [Description(
        "A file of learning curves beside the scenario, as 'sim profile' writes it; models follow them, and none is trained."
    )]
    public string? Profile { get; init; }

    [
        Description("SHA-256 of the file of learning curves, which must then be this very one."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Digest))
    ]
    public string? Sha256 { get; init; }
}
