namespace Simulator.Core.Randomness;

/// <summary>Exponential and logarithm, the same bits on every machine.</summary>
/// <remarks>
/// libm's bits change with the processor, so these are made of +, −, ×, ÷ and integer operations on the bits alone. Each
/// of those is rounded as IEEE 754 says, on every processor: the JIT keeps doubles in doubles and never fuses a product
/// and a sum on its own. The order of the operations is part of the result. The file is unchecked: integers are
/// exponents, which fit 12 bits, and bit patterns.
/// </remarks>
public static class Elementary
{
    private const double Ln2 = 0.693147180559945309417232121458;

    // ln 2 in two parts: the first has 32 bits, so that its product with an exponent is exact.
    private const double Ln2High = 0.69314718036912381649017333984375;
    private const double Ln2Low = 1.9082149292705877000e-10;

    private const double LargestExp = 709.782712893384;
    private const double SmallestExp = -745.133219101941;
    private const int FractionBits = 52;
    private const int ExponentBias = 1023;
    private const ulong FractionMask = (1UL << FractionBits) - 1;

    /// <summary>eˣ, within one unit in the last place; 0 below −745.13, infinite above 709.78.</summary>
    public static double Exp(double x)
    {
        if (!(x >= SmallestExp && x <= LargestExp))
        {
            return double.IsNaN(x) ? x
                : x > 0 ? double.PositiveInfinity
                : 0;
        }
        unchecked
        {
            // x = k · ln 2 + r with |r| ≤ ln 2 / 2, and eʳ by its series: 0.35¹⁴ / 14! is below half a unit in the last place.
            double scaled = x * (1 / Ln2);
            int k = (int)(scaled + (scaled < 0 ? -0.5 : 0.5));
            double high = x - k * Ln2High;
            double low = k * Ln2Low;
            double r = high - low;
            double lost = (high - r) - low;
            double square = r * r;
            double tail =
                (1 / 2.0 + r * (1 / 6.0))
                + square
                    * (
                        (1 / 24.0 + r * (1 / 120.0))
                        + square
                            * (
                                (1 / 720.0 + r * (1 / 5040.0))
                                + square
                                    * (
                                        (1 / 40320.0 + r * (1 / 362880.0))
                                        + square
                                            * (
                                                (1 / 3628800.0 + r * (1 / 39916800.0))
                                                + square * (1 / 479001600.0 + r * (1 / 6227020800.0))
                                            )
                                    )
                            )
                    );
            return ScaleByPowerOfTwo(1 + (r + (square * tail + lost)), k);
        }
    }

    /// <summary>eˣ in single precision: the double result of a shorter series, rounded once.</summary>
    public static float Exp(float x)
    {
        // Beyond these every result is infinite or rounds to 0.
        if (!(x >= -104f && x <= 89f))
        {
            return float.IsNaN(x) ? x
                : x > 0 ? float.PositiveInfinity
                : 0;
        }
        unchecked
        {
            double scaled = x * (1 / Ln2);
            int k = (int)(scaled + (scaled < 0 ? -0.5 : 0.5));
            double r = x - k * Ln2;
            double square = r * r;
            // 0.35⁹ / 9! is 2 · 10⁻¹⁰: a 300th of a unit in the last place of a float.
            double tail =
                (1 / 2.0 + r * (1 / 6.0))
                + square
                    * (
                        (1 / 24.0 + r * (1 / 120.0))
                        + square * ((1 / 720.0 + r * (1 / 5040.0)) + square * (1 / 40320.0))
                    );
            return (float)ScaleByPowerOfTwo(1 + (r + square * tail), k);
        }
    }

    /// <summary>The natural logarithm, within one unit in the last place; −∞ at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0 && x < double.PositiveInfinity))
        {
            return x == 0 ? double.NegativeInfinity
                : x > 0 ? x
                : double.NaN;
        }
        unchecked
        {
            int k = 0;
            if (x < 2.2250738585072014e-308)
            {
                // A subnormal number: 2⁵⁴ makes it normal, exactly.
                x *= 1UL << 54;
                k = -54;
            }
            // x = 2ᵏ · (1 + f) with 1 + f in [√½, √2).
            ulong bits = BitConverter.DoubleToUInt64Bits(x);
            k += (int)(bits >> FractionBits) - ExponentBias;
            double fraction = BitConverter.UInt64BitsToDouble(
                (bits & FractionMask) | ((ulong)ExponentBias << FractionBits)
            );
            if (fraction >= 1.4142135623730951)
            {
                fraction *= 0.5;
                k++;
            }
            // ln(1 + f) = 2 · artanh(s) with s = f / (2 + f), |s| ≤ 0.172, arranged so that f, which is exact, leads.
            double f = fraction - 1;
            double s = f / (2 + f);
            double square = s * s;
            double fourth = square * square;
            double even =
                2 / 3.0
                + fourth * (2 / 7.0 + fourth * (2 / 11.0 + fourth * (2 / 15.0 + fourth * (2 / 19.0))));
            double odd =
                2 / 5.0
                + fourth * (2 / 9.0 + fourth * (2 / 13.0 + fourth * (2 / 17.0 + fourth * (2 / 21.0))));
            double series = square * (even + square * odd);
            double half = 0.5 * f * f;
            return k * Ln2High - ((half - (s * (half + series) + k * Ln2Low)) - f);
        }
    }

    /// <summary>x · 2ᵏ for x in [½, 2] and k in [−1075, 1024]: in two steps, since 2ᵏ itself may have no normal double.</summary>
    private static double ScaleByPowerOfTwo(double x, int k)
    {
        unchecked
        {
            int first = k >> 1;
            return x * PowerOfTwo(first) * PowerOfTwo(k - first);
        }
    }

    private static double PowerOfTwo(int k) =>
        BitConverter.UInt64BitsToDouble(unchecked((ulong)(k + ExponentBias)) << FractionBits);
}
