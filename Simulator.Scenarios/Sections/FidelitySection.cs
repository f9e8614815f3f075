using System.ComponentModel;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>fidelity</c> where it is a map.</summary>
[Description("How much of what miners answer is really asked.")]
internal sealed record FidelitySection
{
    [Description(
        "Of how many rounds of a validator one is real; in the others it repeats what it last found."
    )]
    public required int? Sampled { get; init; }
}
