namespace Simulator.Scenarios.Binding;

/// <summary>The unit that a plain number carries in a scenario, such as <c>ms</c>.</summary>
/// <param name="unit">The unit as it is written.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnitAttribute(string unit) : Attribute
{
    /// <summary>The unit as it is written.</summary>
    public string Unit { get; } = unit;
}
