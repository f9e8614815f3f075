namespace Simulator.Scenarios.Binding;

/// <summary>Marks a text that names something and becomes part of file names and table cells.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameAttribute : Attribute;
