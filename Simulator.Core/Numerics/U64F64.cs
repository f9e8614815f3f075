using System.Globalization;

namespace Simulator.Core.Numerics;

/// <summary>An unsigned number with 64 integer and 64 fraction bits: prices, multipliers, weights of mechanisms. The default is 0.</summary>
/// <remarks>Source: spec §1.1–1.2; substrate-fixed d5f7036. Products and quotients are floored.</remarks>
public readonly record struct U64F64 : IComparable<U64F64>
{
    /// <summary>Number of fraction bits.</summary>
    public const int FractionBits = 64;

    private U64F64(UInt128 bits) => Bits = bits;

    /// <summary>The number times 2⁶⁴.</summary>
    public UInt128 Bits { get; }

    /// <summary>0.</summary>
    public static U64F64 Zero => default;

    /// <summary>1.</summary>
    public static U64F64 One => new(UInt128.One << FractionBits);

    /// <summary>The largest number, just below 2⁶⁴.</summary>
    public static U64F64 Max => new(UInt128.MaxValue);

    /// <summary>The smallest number, 0.</summary>
    public static U64F64 Min => new(UInt128.MinValue);

    /// <summary>The number with these bits.</summary>
    public static U64F64 FromBits(UInt128 bits) => new(bits);

    /// <summary>An integer; 0 for a negative one.</summary>
    public static U64F64 FromInteger(long value) => new((UInt128)Math.Max(value, 0) << FractionBits);

    /// <summary>An integer.</summary>
    public static U64F64 FromInteger(ulong value) => new((UInt128)value << FractionBits);

    /// <summary>The nearest number, exact halves to even, clamped; for constants of tests and pages.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number.</exception>
    public static U64F64 FromDouble(double value) => new(Rescale.UnsignedFromDouble(value, FractionBits));

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static U64F64 operator +(U64F64 a, U64F64 b) => new(checked(a.Bits + b.Bits));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static U64F64 operator -(U64F64 a, U64F64 b) => new(checked(a.Bits - b.Bits));

    /// <summary>Whether the first is the smaller one.</summary>
    public static bool operator <(U64F64 a, U64F64 b) => a.Bits < b.Bits;

    /// <summary>Whether the first is the larger one.</summary>
    public static bool operator >(U64F64 a, U64F64 b) => a.Bits > b.Bits;

    /// <summary>Whether the first is not the larger one.</summary>
    public static bool operator <=(U64F64 a, U64F64 b) => a.Bits <= b.Bits;

    /// <summary>Whether the first is not the smaller one.</summary>
    public static bool operator >=(U64F64 a, U64F64 b) => a.Bits >= b.Bits;

    /// <summary>The sum, clamped.</summary>
    public U64F64 SaturatingAdd(U64F64 other) => new(UnsignedWide.SaturatingAdd(Bits, other.Bits));

    /// <summary>The difference, clamped at 0.</summary>
    public U64F64 SaturatingSub(U64F64 other) => new(UnsignedWide.SaturatingSub(Bits, other.Bits));

    /// <summary>The floored product, clamped.</summary>
    public U64F64 SaturatingMul(U64F64 other) =>
        new(UnsignedWide.Mul(Bits, other.Bits, FractionBits) ?? UInt128.MaxValue);

    /// <summary>The floored product, or 0 on overflow.</summary>
    public U64F64 CheckedMulOrZero(U64F64 other) =>
        new(UnsignedWide.Mul(Bits, other.Bits, FractionBits) ?? 0);

    /// <summary>The floored product, or null on overflow.</summary>
    public U64F64? CheckedMul(U64F64 other) =>
        UnsignedWide.Mul(Bits, other.Bits, FractionBits) is { } bits ? new(bits) : null;

    /// <summary>The quotient cut toward zero; 0 for a zero divisor, and 0 (not the limit) on overflow.</summary>
    public U64F64 SafeDiv(U64F64 divisor) => new(UnsignedWide.Div(Bits, divisor.Bits, FractionBits) ?? 0);

    /// <summary>The quotient cut toward zero, or null for a zero divisor or on overflow.</summary>
    public U64F64? CheckedDiv(U64F64 divisor) =>
        UnsignedWide.Div(Bits, divisor.Bits, FractionBits) is { } bits ? new(bits) : null;

    /// <summary>The quotient cut toward zero, clamped.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    public U64F64 SaturatingDiv(U64F64 divisor) =>
        divisor.Bits == 0
            ? throw new DivideByZeroException()
            : new(UnsignedWide.Div(Bits, divisor.Bits, FractionBits) ?? UInt128.MaxValue);

    /// <summary>The floor, clamped to 0 … 2⁶⁴ − 1.</summary>
    public ulong ToUInt64() => Rescale.ToUInt64(Bits >> FractionBits);

    /// <summary>The number with 32 integer and 32 fraction bits, floored, clamped.</summary>
    public I32F32 ToI32F32() =>
        I32F32.FromBits(
            Rescale.ToInt64(Rescale.ToSigned(Rescale.Unsigned(Bits, FractionBits, I32F32.FractionBits)))
        );

    /// <summary>The number with 64 integer and 64 fraction bits, clamped.</summary>
    public I64F64 ToI64F64() =>
        I64F64.FromBits(Rescale.ToSigned(Rescale.Unsigned(Bits, FractionBits, I64F64.FractionBits)));

    /// <summary>The number with 96 integer and 32 fraction bits, floored.</summary>
    public I96F32 ToI96F32() =>
        I96F32.FromBits(Rescale.ToSigned(Rescale.Unsigned(Bits, FractionBits, I96F32.FractionBits)));

    /// <summary>The number with 96 integer and 32 fraction bits, floored.</summary>
    public U96F32 ToU96F32() => U96F32.FromBits(Rescale.Unsigned(Bits, FractionBits, U96F32.FractionBits));

    /// <summary>The number as a double, for statistics and pages.</summary>
    public double ToDouble() => Rescale.ToDouble(Bits, FractionBits);

    /// <inheritdoc/>
    public int CompareTo(U64F64 other) => Bits.CompareTo(other.Bits);

    /// <summary>The number as a decimal, near enough to read.</summary>
    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);
}
