using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>The identity that acts on the chain: it registers, answers, sets weights, holds stake.</summary>
/// <param name="Id">Account number; the chain's ordered maps go by it.</param>
public readonly record struct Hotkey(ulong Id) : IComparable<Hotkey>
{
    /// <summary>Whether the first stands before the second.</summary>
    public static bool operator <(Hotkey a, Hotkey b) => a.Id < b.Id;

    /// <summary>Whether the first stands after the second.</summary>
    public static bool operator >(Hotkey a, Hotkey b) => a.Id > b.Id;

    /// <summary>Whether the first does not stand after the second.</summary>
    public static bool operator <=(Hotkey a, Hotkey b) => a.Id <= b.Id;

    /// <summary>Whether the first does not stand before the second.</summary>
    public static bool operator >=(Hotkey a, Hotkey b) => a.Id >= b.Id;

    /// <inheritdoc/>
    public int CompareTo(Hotkey other) => Id.CompareTo(other.Id);

    /// <summary>A readable name such as <c>hk17</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"hk{Id}");
}
