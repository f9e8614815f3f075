using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Simulator.Scenarios.Binding;

/// <summary>One key of a section: a property of the record that the section becomes.</summary>
internal sealed class Key
{
    private readonly PropertyInfo _property;

    /// <summary>The key of a property.</summary>
    public Key(PropertyInfo property)
    {
        _property = property;
        Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        Kind = Kinds.Of(property);
        Meaning = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        IsRequired = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
    }

    /// <summary>The key as scenarios write it.</summary>
    public string Name { get; }

    /// <summary>How its value is written.</summary>
    public ValueKind Kind { get; }

    /// <summary>What it means, in a sentence.</summary>
    public string Meaning { get; }

    /// <summary>Whether a section without it is a mistake.</summary>
    public bool IsRequired { get; }

    /// <summary>The value in a record.</summary>
    public object? Get(object record) => _property.GetValue(record);

    /// <summary>Stores a value that the key's kind has read.</summary>
    public void Set(object record, object value) =>
        _property.SetValue(record, Kinds.Stored(_property.PropertyType, value));
}
