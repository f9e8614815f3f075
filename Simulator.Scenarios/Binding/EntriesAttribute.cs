namespace Simulator.Scenarios.Binding;

/// <summary>What the entries of a list are called in messages, where the key does not tell it.</summary>
/// <param name="what">The entries, as they follow <c>a list of</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EntriesAttribute(string what) : Attribute
{
    /// <summary>The entries.</summary>
    public string What { get; } = what;
}
