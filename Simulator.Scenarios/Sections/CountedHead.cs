using System.ComponentModel;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>What a group of the start is called and how many it has.</summary>
[Description("Name and number of a group.")]
internal sealed record CountedHead
{
    [Description("Name of the group as tables show it."), Name]
    public required string Name { get; init; }

    [Description("How many there are.")]
    public int Count { get; init; } = 1;
}
