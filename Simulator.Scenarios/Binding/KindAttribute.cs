namespace Simulator.Scenarios.Binding;

/// <summary>Names the kind of a property's values, or of its entries where it is a list, when type and bounds do not tell it.</summary>
/// <param name="owner">The class that has it.</param>
/// <param name="name">The static property that holds it.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KindAttribute(Type owner, string name) : Attribute
{
    /// <summary>The kind.</summary>
    public ValueKind Kind => (ValueKind)owner.GetProperty(name)!.GetValue(null)!;
}
