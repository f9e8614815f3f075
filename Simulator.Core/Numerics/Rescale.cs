namespace Simulator.Core.Numerics;

/// <summary>Bits of one format as bits of another: dropped bits floor, new bits are zeros, the range clamps.</summary>
internal static class Rescale
{
    /// <summary>Signed bits with <paramref name="from"/> fraction bits as signed bits with <paramref name="to"/>.</summary>
    public static Int128 Signed(Int128 bits, int from, int to)
    {
        if (to <= from)
        {
            return bits >> (from - to);
        }
        Int128 moved = unchecked(bits << (to - from));
        return moved >> (to - from) == bits ? moved : SignedWide.Limit(bits < 0);
    }

    /// <summary>Unsigned bits with <paramref name="from"/> fraction bits as unsigned bits with <paramref name="to"/>.</summary>
    public static UInt128 Unsigned(UInt128 bits, int from, int to)
    {
        if (to <= from)
        {
            return bits >> (from - to);
        }
        UInt128 moved = bits << (to - from);
        return moved >> (to - from) == bits ? moved : UInt128.MaxValue;
    }

    /// <summary>Unsigned bits as signed ones, clamped at the top.</summary>
    public static Int128 ToSigned(UInt128 bits) =>
        bits > (UInt128)Int128.MaxValue ? Int128.MaxValue : (Int128)bits;

    /// <summary>Signed bits as unsigned ones, clamped at zero.</summary>
    public static UInt128 ToUnsigned(Int128 bits) => bits < 0 ? 0 : (UInt128)bits;

    /// <summary>Signed bits clamped to 64 bits.</summary>
    public static long ToInt64(Int128 bits) => (long)Int128.Clamp(bits, long.MinValue, long.MaxValue);

    /// <summary>Signed bits clamped to 0 … 2⁶⁴ − 1.</summary>
    public static ulong ToUInt64(Int128 bits) => (ulong)Int128.Clamp(bits, 0, ulong.MaxValue);

    /// <summary>Unsigned bits clamped to 2⁶⁴ − 1.</summary>
    public static ulong ToUInt64(UInt128 bits) => (ulong)UInt128.Min(bits, ulong.MaxValue);

    /// <summary>A floating-point number as signed bits: nearest, exact halves to even, clamped.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number.</exception>
    public static Int128 SignedFromDouble(double value, int fractionBits)
    {
        UInt128 size = Size(value, fractionBits);
        return size > (UInt128)Int128.MaxValue ? SignedWide.Limit(value < 0)
            : value < 0 ? -(Int128)size
            : (Int128)size;
    }

    /// <summary>A floating-point number as unsigned bits: nearest, exact halves to even, clamped.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a number.</exception>
    public static UInt128 UnsignedFromDouble(double value, int fractionBits) =>
        value < 0 ? 0 : Size(value, fractionBits);

    /// <summary>The number as a double, for statistics and pages; rounded where 53 bits do not hold it.</summary>
    public static double ToDouble(Int128 bits, int fractionBits) =>
        (double)bits / (1UL << (fractionBits / 2)) / (1UL << (fractionBits / 2));

    /// <summary>The number as a double, for statistics and pages; rounded where 53 bits do not hold it.</summary>
    public static double ToDouble(UInt128 bits, int fractionBits) =>
        (double)bits / (1UL << (fractionBits / 2)) / (1UL << (fractionBits / 2));

    /// <summary>|value| · 2^fractionBits, nearest even; all ones where 128 bits do not hold it.</summary>
    private static UInt128 Size(double value, int fractionBits)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentException("NaN has no fixed-point form.", nameof(value));
        }
        long raw = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((raw >> 52) & 0x7FF);
        UInt128 digits = (ulong)(raw & 0xF_FFFF_FFFF_FFFF) | (exponent == 0 ? 0 : 1UL << 52);
        int shift = Math.Max(exponent, 1) - 1075 + fractionBits;
        // The digits have 53 bits at most: beyond 75 places nothing fits, and 60 places to the right nothing is left.
        return shift > 75 ? UInt128.MaxValue
            : shift >= 0 ? digits << shift
            : NearestEven(digits, Math.Min(-shift, 60));
    }

    private static UInt128 NearestEven(UInt128 digits, int drop)
    {
        UInt128 floor = digits >> drop,
            rest = digits - (floor << drop),
            half = UInt128.One << (drop - 1);
        return rest > half || (rest == half && (floor & 1) == 1) ? floor + 1 : floor;
    }
}
