using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>The number of a subnet; 0 is the root network.</summary>
/// <param name="Index">Subnet number.</param>
public readonly record struct NetUid(ushort Index) : IComparable<NetUid>
{
    /// <summary>Whether the first stands before the second.</summary>
    public static bool operator <(NetUid a, NetUid b) => a.Index < b.Index;

    /// <summary>Whether the first stands after the second.</summary>
    public static bool operator >(NetUid a, NetUid b) => a.Index > b.Index;

    /// <summary>Whether the first does not stand after the second.</summary>
    public static bool operator <=(NetUid a, NetUid b) => a.Index <= b.Index;

    /// <summary>Whether the first does not stand before the second.</summary>
    public static bool operator >=(NetUid a, NetUid b) => a.Index >= b.Index;

    /// <inheritdoc/>
    public int CompareTo(NetUid other) => Index.CompareTo(other.Index);

    /// <summary>The subnet number as digits.</summary>
    public override string ToString() => Index.ToString(CultureInfo.InvariantCulture);
}
