using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;

namespace Simulator.Scenarios.Binding;

/// <summary>The keys of a section, taken from the record that it becomes: what binds it, writes it and describes it.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private Shape(Type type)
    {
        Type = type;
        Meaning = type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Keys =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.CanWrite && p.GetCustomAttribute<DescriptionAttribute>() is not null)
                .OrderBy(p => p.MetadataToken)
                .Select(p => new Key(p)),
        ];
    }

    /// <summary>The record's type.</summary>
    public Type Type { get; }

    /// <summary>What the section is, in a sentence.</summary>
    public string Meaning { get; }

    /// <summary>The keys, in the order of the record's properties.</summary>
    public IReadOnlyList<Key> Keys { get; }

    /// <summary>The shape of a record type: its writable properties that carry a description.</summary>
    public static Shape Of(Type type) => Known.GetOrAdd(type, t => new(t));
}
