using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>The slot of a neuron in its subnet; slots are used again after pruning.</summary>
/// <param name="Index">Slot number, from 0.</param>
public readonly record struct Uid(ushort Index) : IComparable<Uid>
{
    /// <summary>Whether the first stands before the second.</summary>
    public static bool operator <(Uid a, Uid b) => a.Index < b.Index;

    /// <summary>Whether the first stands after the second.</summary>
    public static bool operator >(Uid a, Uid b) => a.Index > b.Index;

    /// <summary>Whether the first does not stand after the second.</summary>
    public static bool operator <=(Uid a, Uid b) => a.Index <= b.Index;

    /// <summary>Whether the first does not stand before the second.</summary>
    public static bool operator >=(Uid a, Uid b) => a.Index >= b.Index;

    /// <inheritdoc/>
    public int CompareTo(Uid other) => Index.CompareTo(other.Index);

    /// <summary>The slot number as digits.</summary>
    public override string ToString() => Index.ToString(CultureInfo.InvariantCulture);
}
