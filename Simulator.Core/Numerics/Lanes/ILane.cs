namespace Simulator.Core.Numerics.Lanes;

/// <summary>
/// One I32F32 number (64 bits, 32 of them fraction) per column: one column (scalar, GPU thread) or several (SIMD).
/// A rule written against this interface gives the same bits in every implementation.
/// </summary>
/// <remarks>There is no mask type: the only conditionals are "pick one of two values", so a lane never branches.</remarks>
internal interface ILane<T>
    where T : struct, ILane<T>
{
    /// <summary>The same raw bits in every column.</summary>
    static abstract T FromBits(long bits);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T Min(T a, T b);
    static abstract T Max(T a, T b);

    /// <summary>a·b rounded toward minus infinity; any signs, the result must fit.</summary>
    static abstract T Mul(T a, T b);

    /// <summary>a·b rounded down, for bits of a and b in [0, 1.0]: the product nearly every rule needs.</summary>
    static abstract T Share(T a, T b);

    /// <summary>a·b rounded up, for bits of a and b in [0, 1.0].</summary>
    static abstract T ShareUp(T a, T b);

    /// <summary>A divisor that many numbers are divided by; a zero becomes one unit, so 0/0 gives the chain's 0.</summary>
    static abstract Divisor<T> DivisorOf(T value);

    /// <summary>a/d, truncated, for a ≤ d or a ≤ 1 ≤ d (quotient at most 1.0).</summary>
    static abstract T Div(T a, Divisor<T> d);

    /// <summary>a/n, truncated, for 0 ≤ bits of a &lt; 2^59; reciprocal is FromBits(ReciprocalBits(n)), out of a table.</summary>
    static abstract T DivSmall(T a, int n, T reciprocal);

    /// <summary>a·b/n, rounded down after the product and again after the quotient; a term of a series from the one before.</summary>
    static abstract T MulDivSmall(T a, T b, int n, T reciprocal);

    /// <summary>What DivSmall wants to have beside n, 2 ≤ n ≤ 31.</summary>
    static abstract long ReciprocalBits(int n);

    /// <summary>a &lt; b ? yes : no, column by column.</summary>
    static abstract T IfLess(T a, T b, T yes, T no);

    /// <summary>a == b ? yes : no, column by column.</summary>
    static abstract T IfEqual(T a, T b, T yes, T no);

    /// <summary>May say true when every column is zero: permission to leave a series early, never a duty.</summary>
    static abstract bool IsZero(T a);

    /// <summary>Sum over the columns, as raw bits.</summary>
    static abstract long Sum(T a);
}
