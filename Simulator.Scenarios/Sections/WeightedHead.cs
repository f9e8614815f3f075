using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>What a group of newcomers is called and how often it comes.</summary>
[Description("Name and frequency of a group of newcomers.")]
internal sealed record WeightedHead
{
    [Description("Name of the group as tables show it."), Name]
    public required string Name { get; init; }

    [Description("How often its members come, relative to other groups."), Range(0, 1_000_000)]
    public int Weight { get; init; } = 1;
}
