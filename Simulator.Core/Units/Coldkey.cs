using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>The identity that owns: it holds the balance and the hotkeys.</summary>
/// <param name="Id">Account number; the chain's ordered maps go by it.</param>
public readonly record struct Coldkey(ulong Id) : IComparable<Coldkey>
{
    /// <summary>Whether the first stands before the second.</summary>
    public static bool operator <(Coldkey a, Coldkey b) => a.Id < b.Id;

    /// <summary>Whether the first stands after the second.</summary>
    public static bool operator >(Coldkey a, Coldkey b) => a.Id > b.Id;

    /// <summary>Whether the first does not stand after the second.</summary>
    public static bool operator <=(Coldkey a, Coldkey b) => a.Id <= b.Id;

    /// <summary>Whether the first does not stand before the second.</summary>
    public static bool operator >=(Coldkey a, Coldkey b) => a.Id >= b.Id;

    /// <inheritdoc/>
    public int CompareTo(Coldkey other) => Id.CompareTo(other.Id);

    /// <summary>A readable name such as <c>ck17</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ck{Id}");
}
