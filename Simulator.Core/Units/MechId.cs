using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>The number of a mechanism inside a subnet; 0 is the first and by default the only one.</summary>
/// <param name="Index">Mechanism number.</param>
public readonly record struct MechId(byte Index) : IComparable<MechId>
{
    /// <summary>Whether the first stands before the second.</summary>
    public static bool operator <(MechId a, MechId b) => a.Index < b.Index;

    /// <summary>Whether the first stands after the second.</summary>
    public static bool operator >(MechId a, MechId b) => a.Index > b.Index;

    /// <summary>Whether the first does not stand after the second.</summary>
    public static bool operator <=(MechId a, MechId b) => a.Index <= b.Index;

    /// <summary>Whether the first does not stand before the second.</summary>
    public static bool operator >=(MechId a, MechId b) => a.Index >= b.Index;

    /// <inheritdoc/>
    public int CompareTo(MechId other) => Index.CompareTo(other.Index);

    /// <summary>The mechanism number as digits.</summary>
    public override string ToString() => Index.ToString(CultureInfo.InvariantCulture);
}
