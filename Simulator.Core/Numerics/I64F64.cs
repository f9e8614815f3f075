using System.Globalization;

namespace Simulator.Core.Numerics;

/// <summary>A signed number with 64 integer and 64 fraction bits: stake before and while it is normalised. The default is 0.</summary>
/// <remarks>Source: spec §1.1–1.2; substrate-fixed d5f7036. A product is floored, a quotient is cut toward zero.</remarks>
public readonly record struct I64F64 : IComparable<I64F64>
{
    /// <summary>Number of fraction bits.</summary>
    public const int FractionBits = 64;

    private I64F64(Int128 bits) => Bits = bits;

    /// <summary>The number times 2⁶⁴.</summary>
    public Int128 Bits { get; }

    /// <summary>0.</summary>
    public static I64F64 Zero => default;

    /// <summary>1.</summary>
    public static I64F64 One => new(Int128.One << FractionBits);

    /// <summary>The largest number, just below 2⁶³.</summary>
    public static I64F64 Max => new(Int128.MaxValue);

    /// <summary>The smallest number, −2⁶³.</summary>
    public static I64F64 Min => new(Int128.MinValue);

    /// <summary>The number with these bits.</summary>
    public static I64F64 FromBits(Int128 bits) => new(bits);

    /// <summary>An integer.</summary>
    public static I64F64 FromInteger(long value) => new((Int128)value << FractionBits);

    /// <summary>An integer, clamped.</summary>
    public static I64F64 FromInteger(ulong value) => new(Rescale.Signed(value, 0, FractionBits));

    /// <summary>The nearest number, exact halves to even, clamped; for constants of tests and pages.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number.</exception>
    public static I64F64 FromDouble(double value) => new(Rescale.SignedFromDouble(value, FractionBits));

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static I64F64 operator +(I64F64 a, I64F64 b) => new(checked(a.Bits + b.Bits));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static I64F64 operator -(I64F64 a, I64F64 b) => new(checked(a.Bits - b.Bits));

    /// <summary>Whether the first is the smaller one.</summary>
    public static bool operator <(I64F64 a, I64F64 b) => a.Bits < b.Bits;

    /// <summary>Whether the first is the larger one.</summary>
    public static bool operator >(I64F64 a, I64F64 b) => a.Bits > b.Bits;

    /// <summary>Whether the first is not the larger one.</summary>
    public static bool operator <=(I64F64 a, I64F64 b) => a.Bits <= b.Bits;

    /// <summary>Whether the first is not the smaller one.</summary>
    public static bool operator >=(I64F64 a, I64F64 b) => a.Bits >= b.Bits;

    /// <summary>The sum, clamped.</summary>
    public I64F64 SaturatingAdd(I64F64 other) => new(SignedWide.SaturatingAdd(Bits, other.Bits));

    /// <summary>The difference, clamped.</summary>
    public I64F64 SaturatingSub(I64F64 other) => new(SignedWide.SaturatingSub(Bits, other.Bits));

    /// <summary>The floored product, clamped.</summary>
    public I64F64 SaturatingMul(I64F64 other) =>
        new(SignedWide.Mul(Bits, other.Bits, FractionBits) ?? SignedWide.Limit(Bits < 0 != other.Bits < 0));

    /// <summary>The floored product, or 0 on overflow.</summary>
    public I64F64 CheckedMulOrZero(I64F64 other) => new(SignedWide.Mul(Bits, other.Bits, FractionBits) ?? 0);

    /// <summary>The floored product, or null on overflow.</summary>
    public I64F64? CheckedMul(I64F64 other) =>
        SignedWide.Mul(Bits, other.Bits, FractionBits) is { } bits ? new(bits) : null;

    /// <summary>The quotient cut toward zero; 0 for a zero divisor, and 0 (not the limit) on overflow.</summary>
    public I64F64 SafeDiv(I64F64 divisor) => new(SignedWide.Div(Bits, divisor.Bits, FractionBits) ?? 0);

    /// <summary>The quotient cut toward zero, or null for a zero divisor or on overflow.</summary>
    public I64F64? CheckedDiv(I64F64 divisor) =>
        SignedWide.Div(Bits, divisor.Bits, FractionBits) is { } bits ? new(bits) : null;

    /// <summary>The quotient cut toward zero, clamped.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    public I64F64 SaturatingDiv(I64F64 divisor) =>
        divisor.Bits == 0
            ? throw new DivideByZeroException()
            : new(
                SignedWide.Div(Bits, divisor.Bits, FractionBits)
                    ?? SignedWide.Limit(Bits < 0 != divisor.Bits < 0)
            );

    /// <summary>The floor, clamped to 0 … 2⁶⁴ − 1.</summary>
    public ulong ToUInt64() => Rescale.ToUInt64(Bits >> FractionBits);

    /// <summary>The number with 32 integer and 32 fraction bits, floored, clamped.</summary>
    public I32F32 ToI32F32() =>
        I32F32.FromBits(Rescale.ToInt64(Rescale.Signed(Bits, FractionBits, I32F32.FractionBits)));

    /// <summary>The number with 64 integer and 64 fraction bits, 0 for a negative one.</summary>
    public U64F64 ToU64F64() =>
        U64F64.FromBits(Rescale.Unsigned(Rescale.ToUnsigned(Bits), FractionBits, U64F64.FractionBits));

    /// <summary>The number with 96 integer and 32 fraction bits, floored.</summary>
    public I96F32 ToI96F32() => I96F32.FromBits(Rescale.Signed(Bits, FractionBits, I96F32.FractionBits));

    /// <summary>The number with 96 integer and 32 fraction bits, floored, 0 for a negative one.</summary>
    public U96F32 ToU96F32() =>
        U96F32.FromBits(Rescale.Unsigned(Rescale.ToUnsigned(Bits), FractionBits, U96F32.FractionBits));

    /// <summary>The number as a double, for statistics and pages.</summary>
    public double ToDouble() => Rescale.ToDouble(Bits, FractionBits);

    /// <inheritdoc/>
    public int CompareTo(I64F64 other) => Bits.CompareTo(other.Bits);

    /// <summary>The number as a decimal, near enough to read.</summary>
    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);
}
