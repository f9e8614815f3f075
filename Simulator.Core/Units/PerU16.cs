using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>A share stored as the chain stores it: an integer out of 65,535. The default is 0.</summary>
/// <param name="Raw">The stored integer, 0 to 65,535.</param>
public readonly record struct PerU16(ushort Raw) : IComparable<PerU16>
{
    /// <summary>The integer that stands for the whole.</summary>
    public const ushort One = ushort.MaxValue;

    /// <summary>The share as a number in [0, 1].</summary>
    public double Value => Raw / (double)One;

    /// <summary>The stored form of an exact decimal share: floor(share · 65,535), so 0.5 is 32,767.</summary>
    /// <param name="share">A share in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside [0, 1].</exception>
    public static PerU16 OfShare(decimal share) =>
        share is >= 0 and <= 1
            ? new((ushort)decimal.Floor(share * One))
            : throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies in [0, 1].");

    /// <summary>Whether the first share is the smaller one.</summary>
    public static bool operator <(PerU16 a, PerU16 b) => a.Raw < b.Raw;

    /// <summary>Whether the first share is the larger one.</summary>
    public static bool operator >(PerU16 a, PerU16 b) => a.Raw > b.Raw;

    /// <summary>Whether the first share is not the larger one.</summary>
    public static bool operator <=(PerU16 a, PerU16 b) => a.Raw <= b.Raw;

    /// <summary>Whether the first share is not the smaller one.</summary>
    public static bool operator >=(PerU16 a, PerU16 b) => a.Raw >= b.Raw;

    /// <inheritdoc/>
    public int CompareTo(PerU16 other) => Raw.CompareTo(other.Raw);

    /// <summary>Integer and share, such as <c>32767 (0.49999)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Raw} ({Value:0.#####})");
}
