namespace Simulator.Core.Numerics;

/// <summary>The chain's elementary functions; null is its "none".</summary>
/// <remarks>
/// Source: spec §1.3. The series have a fixed length and are not converged for large arguments; that belongs to the
/// chain's results.
/// </remarks>
public static class FixedMath
{
    /// <summary>Arguments of <see cref="ExpSafe"/> are cut to [−20, 20].</summary>
    private const long ExpLimit = 20;

    // Constants of the chain's library have 23 good fraction bits, in every format.
    private const long E23 = 22_802_600;
    private const long Log2E23 = 12_102_203;

    /// <summary>eˣ by the chain's series; null where a term overflows.</summary>
    public static I32F32? Exp(I32F32 x)
    {
        if (x == I32F32.One)
        {
            return I32F32.FromBits(E23 << 9);
        }
        // A negative argument has no positive twin only at the lower end of the range, where the series overflows.
        I32F32 size = x.Bits < 0 ? I32F32.Zero.SaturatingSub(x) : x;
        I32F32 term = size;
        if (!TryAdd(size.Bits, I32F32.One.Bits, out long sum))
        {
            return null;
        }
        for (int i = 2; i < I32F32.FractionBits && term != I32F32.Zero; i++)
        {
            if (!term.TryMul(size, out term))
            {
                return null;
            }
            // Bits over an integer: the same as the quotient of two fixed-point numbers.
            term = I32F32.FromBits(term.Bits / i);
            if (!TryAdd(sum, term.Bits, out sum))
            {
                return null;
            }
        }
        I32F32 result = I32F32.FromBits(sum);
        return x.Bits < 0 ? I32F32.One.CheckedDiv(result) : result;
    }

    /// <summary>eˣ by the chain's series; null where a term overflows.</summary>
    public static I64F64? Exp(I64F64 x)
    {
        if (x == I64F64.One)
        {
            return I64F64.FromBits((Int128)E23 << 41);
        }
        I64F64 size = x.Bits < 0 ? I64F64.Zero.SaturatingSub(x) : x;
        I64F64 term = size;
        Int128 sum = SignedWide.SaturatingAdd(size.Bits, I64F64.One.Bits);
        for (int i = 2; i < I64F64.FractionBits && term != I64F64.Zero; i++)
        {
            if (term.CheckedMul(size) is not { } product)
            {
                return null;
            }
            term = I64F64.FromBits(product.Bits / i);
            sum = SignedWide.SaturatingAdd(sum, term.Bits);
        }
        // A sum of positive terms that reaches the limit has overflowed.
        I64F64 result = I64F64.FromBits(sum);
        return result == I64F64.Max ? null
            : x.Bits < 0 ? I64F64.One.CheckedDiv(result)
            : result;
    }

    /// <summary>eˣ with the argument cut to [−20, 20]; where the series fails, 0 for x ≤ 0 and the largest number else.</summary>
    public static I32F32 ExpSafe(I32F32 x)
    {
        I32F32 limit = I32F32.FromInteger(ExpLimit),
            cut = x.Clamp(I32F32.FromInteger(-ExpLimit), limit);
        return Exp(cut) ?? (cut.Bits <= 0 ? I32F32.Zero : I32F32.Max);
    }

    /// <summary>log₂ x, or null for x ≤ 0 and where 1/x overflows.</summary>
    public static I32F32? Log2(I32F32 x) =>
        x.Bits <= 0 ? null
        : x >= I32F32.One ? I32F32.FromBits((long)Log2OfOneAndAbove(x.Bits, I32F32.FractionBits))
        : I32F32.One.CheckedDiv(x) is { } inverse
            ? I32F32.FromBits(-(long)Log2OfOneAndAbove(inverse.Bits, I32F32.FractionBits))
        : null;

    /// <summary>log₂ x, or null for x ≤ 0 and where 1/x overflows.</summary>
    public static I64F64? Log2(I64F64 x) =>
        x.Bits <= 0 ? null
        : x >= I64F64.One ? I64F64.FromBits(Log2OfOneAndAbove(x.Bits, I64F64.FractionBits))
        : I64F64.One.CheckedDiv(x) is { } inverse
            ? I64F64.FromBits(-Log2OfOneAndAbove(inverse.Bits, I64F64.FractionBits))
        : null;

    /// <summary>ln x = log₂ x / log₂ e, or null for x ≤ 0 and where 1/x overflows.</summary>
    public static I32F32? Ln(I32F32 x) => Log2(x)?.CheckedDiv(I32F32.FromBits(Log2E23 << 9));

    /// <summary>ln x = log₂ x / log₂ e, or null for x ≤ 0 and where 1/x overflows.</summary>
    public static I64F64? Ln(I64F64 x) => Log2(x)?.CheckedDiv(I64F64.FromBits((Int128)Log2E23 << 41));

    /// <summary>ln x, or 0 where it has no value.</summary>
    public static I32F32 SafeLn(I32F32 x) => Ln(x) ?? I32F32.Zero;

    /// <summary>√x by 32 steps of Newton's rule, or null for x &lt; 0.</summary>
    public static I32F32? Sqrt(I32F32 x)
    {
        if (x.Bits < 0)
        {
            return null;
        }
        if (x == I32F32.Zero || x == I32F32.One)
        {
            return x;
        }
        bool invert = x < I32F32.One;
        if ((invert ? I32F32.One.CheckedDiv(x) : x) is not { } large)
        {
            return null;
        }
        // Starts above the root and falls to it: no sum here exceeds x + 1, and one that would is the chain's none.
        if (!TryAdd(large.Bits >> 1, I32F32.One.Bits, out long root))
        {
            return null;
        }
        for (int i = 0; i < I32F32.FractionBits; i++)
        {
            if (
                large.CheckedDiv(I32F32.FromBits(root)) is not { } quotient
                || !TryAdd(root, quotient.Bits, out long twice)
            )
            {
                return null;
            }
            root = twice / 2;
        }
        return invert ? I32F32.One.CheckedDiv(I32F32.FromBits(root)) : I32F32.FromBits(root);
    }

    /// <summary>1 / (1 + e^(−ρ(x − κ))), the consensus shape of older chains.</summary>
    public static I32F32 SigmoidSafe(I32F32 x, I32F32 rho, I32F32 kappa)
    {
        I32F32 exponent = rho.SaturatingMul(I32F32.FromInteger(-1)).SaturatingMul(x.SaturatingSub(kappa));
        return I32F32.One.SafeDiv(I32F32.One.SaturatingAdd(ExpSafe(exponent)));
    }

    /// <summary>Bits of log₂ x for x ≥ 1: whole part by halving, fraction by squaring.</summary>
    private static Int128 Log2OfOneAndAbove(Int128 x, int fractionBits)
    {
        Int128 one = Int128.One << fractionBits,
            two = one << 1;
        Int128 bits = 0;
        while (x >= two)
        {
            bits++;
            x = HalfRoundedUp(x);
        }
        if (x == one)
        {
            return bits << fractionBits;
        }
        for (int i = 0; i < fractionBits; i++)
        {
            // x is below 2 and at least 1, so its square is below 4 and fits.
            x = SignedWide.Mul(x, x, fractionBits)!.Value;
            bits <<= 1;
            if (x >= two)
            {
                bits |= 1;
                x = HalfRoundedUp(x);
            }
        }
        return bits;
    }

    private static Int128 HalfRoundedUp(Int128 x) => (x >> 1) + (x & 1);

    private static bool TryAdd(long a, long b, out long sum)
    {
        sum = unchecked(a + b);
        return ((a ^ sum) & (b ^ sum)) >= 0;
    }
}
