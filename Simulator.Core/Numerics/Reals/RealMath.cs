using System.Runtime.CompilerServices;

namespace Simulator.Core.Numerics.Reals;

/// <summary>Exponential and logarithm on every kind of number, with the bits of <c>Randomness/Elementary</c>.</summary>
/// <remarks>Both are the series of that file, in its order of operations, where neither ends nor subnormal numbers come up.</remarks>
internal static class RealMath
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const double Ln2 = 0.693147180559945309417232121458;
    private const double Ln2High = 0.69314718036912381649017333984375;
    private const double Ln2Low = 1.9082149292705877000e-10;

    /// <summary>The smallest argument of <see cref="ExpOfNegative"/>.</summary>
    public const double SmallestExponent = -700;

    /// <summary>eˣ for x in [−700, 0].</summary>
    [MethodImpl(Inline)]
    public static R ExpOfNegative<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R k = R.Truncate(x * Of<R, W>(1 / Ln2) - Of<R, W>(0.5)),
            high = x - k * Of<R, W>(Ln2High),
            low = k * Of<R, W>(Ln2Low),
            r = high - low,
            lost = (high - r) - low,
            square = r * r,
            tail = Of<R, W>(1 / 3628800.0) + r * Of<R, W>(1 / 39916800.0);
        tail += square * (Of<R, W>(1 / 479001600.0) + r * Of<R, W>(1 / 6227020800.0));
        tail = (Of<R, W>(1 / 40320.0) + r * Of<R, W>(1 / 362880.0)) + square * tail;
        tail = (Of<R, W>(1 / 720.0) + r * Of<R, W>(1 / 5040.0)) + square * tail;
        tail = (Of<R, W>(1 / 24.0) + r * Of<R, W>(1 / 120.0)) + square * tail;
        tail = (Of<R, W>(1 / 2.0) + r * Of<R, W>(1 / 6.0)) + square * tail;
        return (Of<R, W>(1) + (r + (square * tail + lost))) * R.PowerOfTwo(k);
    }

    /// <summary>The natural logarithm of a normal number above 0.</summary>
    [MethodImpl(Inline)]
    public static R Log<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R half = Of<R, W>(0.5),
            one = Of<R, W>(1),
            two = Of<R, W>(2),
            root = Of<R, W>(1.4142135623730951),
            fraction = R.Fraction(x),
            k = R.Exponent(x);
        k = R.IfLess(fraction, root, k, k + one);
        fraction = R.IfLess(fraction, root, fraction, fraction * half);
        R f = fraction - one,
            s = f / (two + f),
            square = s * s,
            fourth = square * square,
            even = Of<R, W>(2 / 15.0) + fourth * Of<R, W>(2 / 19.0),
            odd = Of<R, W>(2 / 17.0) + fourth * Of<R, W>(2 / 21.0);
        even = Of<R, W>(2 / 7.0) + fourth * (Of<R, W>(2 / 11.0) + fourth * even);
        even = Of<R, W>(2 / 3.0) + fourth * even;
        odd = Of<R, W>(2 / 9.0) + fourth * (Of<R, W>(2 / 13.0) + fourth * odd);
        odd = Of<R, W>(2 / 5.0) + fourth * odd;
        R series = square * (even + square * odd),
            halfSquare = half * f * f;
        return k * Of<R, W>(Ln2High)
            - ((halfSquare - (s * (halfSquare + series) + k * Of<R, W>(Ln2Low))) - f);
    }

    [MethodImpl(Inline)]
    private static R Of<R, W>(double value)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => R.FromReal(value);
}
