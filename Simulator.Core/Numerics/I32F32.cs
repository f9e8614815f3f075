using System.Globalization;
using System.Numerics;

namespace Simulator.Core.Numerics;

/// <summary>A signed number with 32 fraction bits in 64: nearly everything inside the epoch. The default is 0.</summary>
/// <remarks>Source: spec §1.1–1.2; substrate-fixed d5f7036. A product is floored, a quotient is cut toward zero.</remarks>
public readonly record struct I32F32 : IComparable<I32F32>
{
    /// <summary>Number of fraction bits.</summary>
    public const int FractionBits = 32;

    private I32F32(long bits) => Bits = bits;

    /// <summary>The number times 2³².</summary>
    public long Bits { get; }

    /// <summary>0.</summary>
    public static I32F32 Zero => default;

    /// <summary>1.</summary>
    public static I32F32 One => new(1L << FractionBits);

    /// <summary>The largest number, just below 2³¹.</summary>
    public static I32F32 Max => new(long.MaxValue);

    /// <summary>The smallest number, −2³¹.</summary>
    public static I32F32 Min => new(long.MinValue);

    /// <summary>The number with these bits.</summary>
    public static I32F32 FromBits(long bits) => new(bits);

    /// <summary>An integer, clamped to the range.</summary>
    public static I32F32 FromInteger(long value) =>
        value switch
        {
            > int.MaxValue => Max,
            < int.MinValue => Min,
            _ => new(value << FractionBits),
        };

    /// <summary>An integer, clamped to the range.</summary>
    public static I32F32 FromInteger(ulong value) =>
        value > int.MaxValue ? Max : new((long)value << FractionBits);

    /// <summary>An integer out of 65,535 as a proportion: floor(value · 2³² / 65535).</summary>
    public static I32F32 FromProportion(ushort value) => new(((long)value << FractionBits) / ushort.MaxValue);

    /// <summary>The nearest number, exact halves to even, clamped; for constants of tests and pages.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number.</exception>
    public static I32F32 FromDouble(double value) =>
        new(Rescale.ToInt64(Rescale.SignedFromDouble(value, FractionBits)));

    /// <summary>The nearest number, exact halves to even, clamped; the chain's tests write their constants so.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number.</exception>
    public static I32F32 FromSingle(float value) => FromDouble(value);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static I32F32 operator +(I32F32 a, I32F32 b) => new(checked(a.Bits + b.Bits));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static I32F32 operator -(I32F32 a, I32F32 b) => new(checked(a.Bits - b.Bits));

    /// <summary>Whether the first is the smaller one.</summary>
    public static bool operator <(I32F32 a, I32F32 b) => a.Bits < b.Bits;

    /// <summary>Whether the first is the larger one.</summary>
    public static bool operator >(I32F32 a, I32F32 b) => a.Bits > b.Bits;

    /// <summary>Whether the first is not the larger one.</summary>
    public static bool operator <=(I32F32 a, I32F32 b) => a.Bits <= b.Bits;

    /// <summary>Whether the first is not the smaller one.</summary>
    public static bool operator >=(I32F32 a, I32F32 b) => a.Bits >= b.Bits;

    /// <summary>The sum, clamped.</summary>
    public I32F32 SaturatingAdd(I32F32 other)
    {
        long sum = unchecked(Bits + other.Bits);
        return ((Bits ^ sum) & (other.Bits ^ sum)) < 0 ? Limit(Bits < 0) : new(sum);
    }

    /// <summary>The difference, clamped.</summary>
    public I32F32 SaturatingSub(I32F32 other)
    {
        long difference = unchecked(Bits - other.Bits);
        return ((Bits ^ other.Bits) & (Bits ^ difference)) < 0 ? Limit(Bits < 0) : new(difference);
    }

    /// <summary>The floored product, clamped.</summary>
    public I32F32 SaturatingMul(I32F32 other) =>
        TryMul(other, out I32F32 product) ? product : Limit(Bits < 0 != other.Bits < 0);

    /// <summary>The floored product, or 0 on overflow.</summary>
    public I32F32 CheckedMulOrZero(I32F32 other) => TryMul(other, out I32F32 product) ? product : Zero;

    /// <summary>The floored product, or null on overflow.</summary>
    public I32F32? CheckedMul(I32F32 other) => TryMul(other, out I32F32 product) ? product : null;

    /// <summary>The quotient cut toward zero; 0 for a zero divisor, and 0 (not the limit) on overflow.</summary>
    public I32F32 SafeDiv(I32F32 divisor) => TryDiv(divisor, out I32F32 quotient) ? quotient : Zero;

    /// <summary>The quotient cut toward zero, or null for a zero divisor or on overflow.</summary>
    public I32F32? CheckedDiv(I32F32 divisor) => TryDiv(divisor, out I32F32 quotient) ? quotient : null;

    /// <summary>The quotient cut toward zero, clamped.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    public I32F32 SaturatingDiv(I32F32 divisor) =>
        TryDiv(divisor, out I32F32 quotient) ? quotient
        : divisor.Bits == 0 ? throw new DivideByZeroException()
        : Limit(Bits < 0 != divisor.Bits < 0);

    /// <summary>The number between two bounds: <paramref name="low"/> first, then <paramref name="high"/>.</summary>
    public I32F32 Clamp(I32F32 low, I32F32 high) =>
        this < low ? low
        : this > high ? high
        : this;

    /// <summary>The nearest integer, exact halves away from zero, clamped to the range of the format.</summary>
    public I32F32 Round()
    {
        Int128 half = Int128.One << (FractionBits - 1);
        Int128 whole = Bits < 0 ? -((half - Bits) >> FractionBits) : (Bits + half) >> FractionBits;
        return new(Rescale.ToInt64(whole << FractionBits));
    }

    /// <summary>The floor, clamped to 16 bits.</summary>
    public ushort ToUInt16() => (ushort)Math.Clamp(Bits >> FractionBits, 0, ushort.MaxValue);

    /// <summary>The floor, with 0 for a negative number.</summary>
    public ulong ToUInt64() => (ulong)Math.Max(Bits >> FractionBits, 0);

    /// <summary>A proportion as an integer out of 65,535: the floored product with 65535, floored and clamped.</summary>
    public ushort ToProportion() => SaturatingMul(FromInteger((long)ushort.MaxValue)).ToUInt16();

    /// <summary>The same number with 64 fraction bits.</summary>
    public I64F64 ToI64F64() => I64F64.FromBits((Int128)Bits << 32);

    /// <summary>The same number with more integer bits.</summary>
    public I96F32 ToI96F32() => I96F32.FromBits(Bits);

    /// <summary>The number with 64 fraction bits, or 0 for a negative one.</summary>
    public U64F64 ToU64F64() => U64F64.FromBits((UInt128)Math.Max(Bits, 0) << 32);

    /// <summary>The number with more integer bits, or 0 for a negative one.</summary>
    public U96F32 ToU96F32() => U96F32.FromBits((UInt128)Math.Max(Bits, 0));

    /// <summary>The number as a double, for statistics and pages.</summary>
    public double ToDouble() => Rescale.ToDouble((Int128)Bits, FractionBits);

    /// <inheritdoc/>
    public int CompareTo(I32F32 other) => Bits.CompareTo(other.Bits);

    /// <summary>The number as a decimal, near enough to read.</summary>
    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);

    internal bool TryMul(I32F32 other, out I32F32 product)
    {
        long high = Math.BigMul(Bits, other.Bits, out long low);
        product = new((high << FractionBits) | (low >>> FractionBits));
        return high == unchecked((int)high);
    }

    internal bool TryDiv(I32F32 divisor, out I32F32 quotient)
    {
        // Magnitudes below 2⁶⁴; common factors of two of the shift and the divisor fall away, so that whole numbers stay short.
        ulong a = Size(Bits),
            b = Size(divisor.Bits);
        quotient = default;
        if (b == 0)
        {
            return false;
        }
        int shared = Math.Min(BitOperations.TrailingZeroCount(b), FractionBits),
            shift = FractionBits - shared;
        b >>= shared;
        UInt128 size = a >> (64 - FractionBits) >> shared == 0 ? (a << shift) / b : ((UInt128)a << shift) / b;
        bool negative = Bits < 0 != divisor.Bits < 0;
        if (size > (negative ? 1UL << 63 : long.MaxValue))
        {
            return false;
        }
        quotient = new(unchecked(negative ? -(long)(ulong)size : (long)(ulong)size));
        return true;
    }

    private static ulong Size(long bits) => unchecked((ulong)(bits < 0 ? -bits : bits));

    private static I32F32 Limit(bool negative) => negative ? Min : Max;
}
