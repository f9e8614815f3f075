namespace Simulator.Core.Numerics;

/// <summary>The arithmetic of the unsigned 128-bit formats; null is the chain's "none".</summary>
internal static class UnsignedWide
{
    /// <summary>floor(a · b / 2^fractionBits), or null on overflow.</summary>
    public static UInt128? Mul(UInt128 a, UInt128 b, int fractionBits) =>
        Wide.TryProduct(a, b, fractionBits, out UInt128 product, out _) ? product : null;

    /// <summary>floor(a · 2^fractionBits / b), or null for a zero divisor or on overflow.</summary>
    public static UInt128? Div(UInt128 a, UInt128 b, int fractionBits) =>
        Wide.TryQuotient(a, b, fractionBits, out UInt128 quotient) ? quotient : null;

    /// <summary>a + b, clamped.</summary>
    public static UInt128 SaturatingAdd(UInt128 a, UInt128 b) =>
        a > UInt128.MaxValue - b ? UInt128.MaxValue : a + b;

    /// <summary>a − b, or 0 where it would be negative.</summary>
    public static UInt128 SaturatingSub(UInt128 a, UInt128 b) => a < b ? 0 : a - b;
}
