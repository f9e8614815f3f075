using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Reals;

namespace Simulator.Core.Numerics.Scores;

/// <summary>The row program from weights as they are sent to those that the chain stores and an epoch counts.</summary>
/// <remarks>
/// Source: spec §1.2, vec_max_upscale_to_u16 of 16-bit weights, and §2.4, E6. Both branches of the first are exact in double:
/// the numerators have at most 49 bits, and no quotient lies closer to a whole number or its half than rounding moves it,
/// unless it is that number. A code is 1 more than a weight, and 0 for none.
/// </remarks>
internal static class StoredWeights
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const double Whole = ushort.MaxValue;
    private const double Two32 = 4294967296.0;
    private const int Middle = 32_768;

    /// <summary>65,535 over the largest weight of a row, cut to 32 fraction bits; for a largest weight above 32,768.</summary>
    [MethodImpl(Inline)]
    public static R Ratio<R, W>(R largest)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R middle = R.FromReal(Middle),
            divisor = R.IfLess(middle, largest, largest, R.FromReal(Whole)),
            // Below 2: what is over 1 is cut, so that it fits what can be truncated in one step.
            over = (R.FromReal(Whole) - divisor) * R.FromReal(65536) / divisor,
            high = R.Truncate(over),
            rest = (R.FromReal(Whole) - divisor) * R.FromReal(65536) - high * divisor,
            low = R.Truncate(rest * R.FromReal(65536) / divisor);
        return R.FromReal(1) + (high * R.FromReal(65536) + low) * R.FromReal(1 / Two32);
    }

    /// <summary>A code's weight scaled so that the row's largest becomes 65,535, rounded, as a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="largest">The largest weight of its row.</param>
    /// <param name="ratio">Its <see cref="Ratio"/>.</param>
    [MethodImpl(Inline)]
    public static R Upscaled<R, W>(R code, R largest, R ratio)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R zero = R.FromReal(0),
            one = R.FromReal(1),
            half = R.FromReal(0.5),
            weight = code - one,
            divisor = R.IfLess(zero, largest, largest, one),
            // Small maxima multiply first; large ones divide first and lose precision.
            scaled = R.IfLess(
                R.FromReal(Middle),
                largest,
                weight * ratio,
                weight * R.FromReal(Whole) / divisor
            );
        return R.IfLess(zero, code, R.Truncate(scaled + half) + one, zero);
    }

    /// <summary>The code of a weight that the epoch counts: its validator set it after the miner came, and not on itself.</summary>
    /// <param name="code">The code.</param>
    /// <param name="registered">Block in which the miner came.</param>
    /// <param name="end">The first block for which it came too late; 0 for a validator without a permit.</param>
    /// <param name="miner">The miner's uid.</param>
    /// <param name="self">The validator's uid, or one that no miner has.</param>
    [MethodImpl(Inline)]
    public static R Counted<R, W>(R code, W registered, W end, R miner, R self)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R zero = R.FromReal(0),
            other = R.IfLess(miner, self, code, R.IfLess(self, miner, code, zero));
        return R.IfBelow(registered, end, other, zero);
    }
}
