namespace Simulator.Core.Numerics;

/// <summary>The arithmetic of the signed 128-bit formats; null is the chain's "none".</summary>
internal static class SignedWide
{
    private static readonly UInt128 Half = UInt128.One << 127;

    /// <summary>floor(a · b / 2^fractionBits), or null on overflow.</summary>
    public static Int128? Mul(Int128 a, Int128 b, int fractionBits)
    {
        bool negative = a < 0 != b < 0;
        if (!Wide.TryProduct(Size(a), Size(b), fractionBits, out UInt128 size, out bool inexact))
        {
            return null;
        }
        // The floor of a negative number lies one step further from zero; a size of all ones cannot fit anyway.
        return negative && inexact && size < Half ? Signed(size + 1, true) : Signed(size, negative);
    }

    /// <summary>a · 2^fractionBits / b cut toward zero, or null for a zero divisor or on overflow.</summary>
    public static Int128? Div(Int128 a, Int128 b, int fractionBits) =>
        Wide.TryQuotient(Size(a), Size(b), fractionBits, out UInt128 size)
            ? Signed(size, a < 0 != b < 0)
            : null;

    /// <summary>a + b, clamped.</summary>
    public static Int128 SaturatingAdd(Int128 a, Int128 b)
    {
        Int128 sum = unchecked(a + b);
        return a < 0 == b < 0 && sum < 0 != a < 0 ? Limit(a < 0) : sum;
    }

    /// <summary>a − b, clamped.</summary>
    public static Int128 SaturatingSub(Int128 a, Int128 b)
    {
        Int128 difference = unchecked(a - b);
        return a < 0 != b < 0 && difference < 0 != a < 0 ? Limit(a < 0) : difference;
    }

    /// <summary>The end of the range on one side.</summary>
    public static Int128 Limit(bool negative) => negative ? Int128.MinValue : Int128.MaxValue;

    private static UInt128 Size(Int128 a) => unchecked((UInt128)(a < 0 ? -a : a));

    private static Int128? Signed(UInt128 size, bool negative) =>
        size < Half ? (negative ? -(Int128)size : (Int128)size)
        : negative && size == Half ? Int128.MinValue
        : null;
}
