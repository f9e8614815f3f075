using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>The exponential of eight numbers at once, the same bits on every machine.</summary>
/// <remarks>
/// The series of the exponential of Randomness, whose results it meets within two units in the last place; beyond
/// ±700 it stays at the exponential of ±700, which a sigmoid cannot tell from 0 and infinity. Only whole operations of
/// IEEE 754, in one order.
/// </remarks>
internal static class LaneExp
{
    private const double Ln2High = 0.69314718036912381649017333984375;
    private const double Ln2Low = 1.9082149292705877000e-10;
    private const double InverseLn2 = 1 / 0.693147180559945309417232121458;
    private const double Limit = 700;
    private const int FractionBits = 52;
    private const long ExponentBias = 1023;

    // Added to a small number it leaves no bits for a fraction: the sum is rounded, and ends in the integer.
    private const double Rounder = 6755399441055744.0;

    /// <summary>eˣ of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        x = Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-Limit)), Vector512.Create(Limit));
        // x = k · ln 2 + r with |r| ≤ ln 2 / 2, and eʳ by its series: 0.35¹⁴ / 14! is below half a unit in the last place.
        Vector512<double> rounded = x * InverseLn2 + Vector512.Create(Rounder);
        Vector512<double> k = rounded - Vector512.Create(Rounder);
        Vector512<double> r = x - k * Ln2High - k * Ln2Low;
        Vector512<double> square = r * r;
        Vector512<double> fourth = square * square;
        Vector512<double> low = Pair(r, 2, 6) + square * Pair(r, 24, 120);
        Vector512<double> middle = Pair(r, 720, 5040) + square * Pair(r, 40320, 362880);
        Vector512<double> high = Pair(r, 3628800, 39916800) + square * Pair(r, 479001600, 6227020800);
        Vector512<double> tail = low + fourth * (middle + fourth * high);
        Vector512<double> power = (
            (rounded.AsInt64() + Vector512.Create(ExponentBias)) << FractionBits
        ).AsDouble();
        return power * (Vector512<double>.One + (r + square * tail));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pair(Vector512<double> r, double even, double odd) =>
        Vector512.Create(1 / even) + r * (1 / odd);
}
