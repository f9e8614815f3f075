using System.Globalization;

namespace Simulator.Core.Numerics;

/// <summary>An unsigned number with 96 integer and 32 fraction bits: pots, cuts, takes and the weight of TAO. The default is 0.</summary>
/// <remarks>Source: spec §1.1–1.2; substrate-fixed d5f7036. Products and quotients are floored.</remarks>
public readonly record struct U96F32 : IComparable<U96F32>
{
    /// <summary>Number of fraction bits.</summary>
    public const int FractionBits = 32;

    private U96F32(UInt128 bits) => Bits = bits;

    /// <summary>The number times 2³².</summary>
    public UInt128 Bits { get; }

    /// <summary>0.</summary>
    public static U96F32 Zero => default;

    /// <summary>1.</summary>
    public static U96F32 One => new(UInt128.One << FractionBits);

    /// <summary>The largest number, just below 2⁹⁶.</summary>
    public static U96F32 Max => new(UInt128.MaxValue);

    /// <summary>The smallest number, 0.</summary>
    public static U96F32 Min => new(UInt128.MinValue);

    /// <summary>The number with these bits.</summary>
    public static U96F32 FromBits(UInt128 bits) => new(bits);

    /// <summary>An integer; 0 for a negative one.</summary>
    public static U96F32 FromInteger(long value) => new((UInt128)Math.Max(value, 0) << FractionBits);

    /// <summary>An integer.</summary>
    public static U96F32 FromInteger(ulong value) => new((UInt128)value << FractionBits);

    /// <summary>The nearest number, exact halves to even, clamped; for constants of tests and pages.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number.</exception>
    public static U96F32 FromDouble(double value) => new(Rescale.UnsignedFromDouble(value, FractionBits));

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static U96F32 operator +(U96F32 a, U96F32 b) => new(checked(a.Bits + b.Bits));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static U96F32 operator -(U96F32 a, U96F32 b) => new(checked(a.Bits - b.Bits));

    /// <summary>Whether the first is the smaller one.</summary>
    public static bool operator <(U96F32 a, U96F32 b) => a.Bits < b.Bits;

    /// <summary>Whether the first is the larger one.</summary>
    public static bool operator >(U96F32 a, U96F32 b) => a.Bits > b.Bits;

    /// <summary>Whether the first is not the larger one.</summary>
    public static bool operator <=(U96F32 a, U96F32 b) => a.Bits <= b.Bits;

    /// <summary>Whether the first is not the smaller one.</summary>
    public static bool operator >=(U96F32 a, U96F32 b) => a.Bits >= b.Bits;

    /// <summary>The sum, clamped.</summary>
    public U96F32 SaturatingAdd(U96F32 other) => new(UnsignedWide.SaturatingAdd(Bits, other.Bits));

    /// <summary>The difference, clamped at 0.</summary>
    public U96F32 SaturatingSub(U96F32 other) => new(UnsignedWide.SaturatingSub(Bits, other.Bits));

    /// <summary>The floored product, clamped.</summary>
    public U96F32 SaturatingMul(U96F32 other) =>
        new(UnsignedWide.Mul(Bits, other.Bits, FractionBits) ?? UInt128.MaxValue);

    /// <summary>The floored product, or 0 on overflow.</summary>
    public U96F32 CheckedMulOrZero(U96F32 other) =>
        new(UnsignedWide.Mul(Bits, other.Bits, FractionBits) ?? 0);

    /// <summary>The floored product, or null on overflow.</summary>
    public U96F32? CheckedMul(U96F32 other) =>
        UnsignedWide.Mul(Bits, other.Bits, FractionBits) is { } bits ? new(bits) : null;

    /// <summary>The quotient cut toward zero; 0 for a zero divisor, and 0 (not the limit) on overflow.</summary>
    public U96F32 SafeDiv(U96F32 divisor) => new(UnsignedWide.Div(Bits, divisor.Bits, FractionBits) ?? 0);

    /// <summary>The quotient cut toward zero, or null for a zero divisor or on overflow.</summary>
    public U96F32? CheckedDiv(U96F32 divisor) =>
        UnsignedWide.Div(Bits, divisor.Bits, FractionBits) is { } bits ? new(bits) : null;

    /// <summary>The quotient cut toward zero, clamped.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    public U96F32 SaturatingDiv(U96F32 divisor) =>
        divisor.Bits == 0
            ? throw new DivideByZeroException()
            : new(UnsignedWide.Div(Bits, divisor.Bits, FractionBits) ?? UInt128.MaxValue);

    /// <summary>The floor, clamped to 0 … 2⁶⁴ − 1.</summary>
    public ulong ToUInt64() => Rescale.ToUInt64(Bits >> FractionBits);

    /// <summary>The number with 32 integer and 32 fraction bits, clamped.</summary>
    public I32F32 ToI32F32() =>
        I32F32.FromBits(
            Rescale.ToInt64(Rescale.ToSigned(Rescale.Unsigned(Bits, FractionBits, I32F32.FractionBits)))
        );

    /// <summary>The number with 64 integer and 64 fraction bits, clamped.</summary>
    public I64F64 ToI64F64() =>
        I64F64.FromBits(Rescale.ToSigned(Rescale.Unsigned(Bits, FractionBits, I64F64.FractionBits)));

    /// <summary>The number with 64 integer and 64 fraction bits, clamped.</summary>
    public U64F64 ToU64F64() => U64F64.FromBits(Rescale.Unsigned(Bits, FractionBits, U64F64.FractionBits));

    /// <summary>The number with 96 integer and 32 fraction bits, clamped.</summary>
    public I96F32 ToI96F32() =>
        I96F32.FromBits(Rescale.ToSigned(Rescale.Unsigned(Bits, FractionBits, I96F32.FractionBits)));

    /// <summary>The number as a double, for statistics and pages.</summary>
    public double ToDouble() => Rescale.ToDouble(Bits, FractionBits);

    /// <inheritdoc/>
    public int CompareTo(U96F32 other) => Bits.CompareTo(other.Bits);

    /// <summary>The number as a decimal, near enough to read.</summary>
    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);
}
