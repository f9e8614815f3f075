using System.ComponentModel;

namespace Simulator.Scenarios.Tests.Binding;

/// <summary>A section inside a section.</summary>
[Description("A section inside a section.")]
public sealed record Inner
{
    [Description("Text.")]
    public string Text { get; init; } = "";
}
