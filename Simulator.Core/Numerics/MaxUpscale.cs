using Simulator.Core.Numerics.Reals;
using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Numerics;

/// <summary>Vectors as 16-bit weights whose maximum is 65,535: the one place where the chain rounds to nearest.</summary>
/// <remarks>Source: spec §1.2, vec_max_upscale_to_u16 and its kin.</remarks>
public static class MaxUpscale
{
    private static readonly I32F32 Whole = I32F32.FromInteger((long)ushort.MaxValue);
    private static readonly I32F32 Middle = I32F32.FromInteger(32_768L);

    /// <summary>The vector scaled so that its maximum becomes 65,535, each value rounded.</summary>
    /// <param name="values">Weights of any size; may be empty.</param>
    public static ushort[] ToU16(ReadOnlySpan<I32F32> values)
    {
        ushort[] scaled = new ushort[values.Length];
        if (values.IsEmpty)
        {
            return scaled;
        }
        I32F32 max = values[0];
        foreach (I32F32 value in values)
        {
            max = value > max ? value : max;
        }
        I32F32 ratio = Whole.SafeDiv(max);
        for (int i = 0; i < values.Length; i++)
        {
            I32F32 value = values[i];
            // Small maxima multiply first; large ones divide first and lose precision.
            I32F32 upscaled =
                max == I32F32.Zero ? value.SaturatingMul(Whole)
                : max > Middle ? value.SaturatingMul(ratio).Round()
                : value.SaturatingMul(Whole).SafeDiv(max).Round();
            scaled[i] = upscaled.ToUInt16();
        }
        return scaled;
    }

    /// <summary>The vector scaled so that its maximum becomes 65,535, each value rounded.</summary>
    /// <param name="values">Weights as set by a validator; may be empty.</param>
    public static ushort[] ToU16(ReadOnlySpan<ushort> values)
    {
        ushort[] scaled = new ushort[values.Length];
        ushort max = 0;
        foreach (ushort value in values)
        {
            max = Math.Max(max, value);
        }
        Real largest = new(max),
            ratio = StoredWeights.Ratio<Real, Word>(largest);
        for (int i = 0; i < values.Length; i++)
        {
            // A code is one more than its weight.
            scaled[i] = (ushort)(
                StoredWeights.Upscaled<Real, Word>(new(values[i] + 1), largest, ratio).Value - 1
            );
        }
        return scaled;
    }

    /// <summary>Whether no weight, after normalising, exceeds a share of the whole; true for an empty vector.</summary>
    /// <param name="values">Weights as set by a validator; may be empty.</param>
    /// <param name="limit">Largest allowed share, out of 65,535.</param>
    public static bool IsWithin(ReadOnlySpan<ushort> values, ushort limit)
    {
        long sum = 0,
            max = 0;
        foreach (ushort value in values)
        {
            sum += value;
            max = Math.Max(max, value);
        }
        I32F32 share = sum == 0 ? I32F32.Zero : I32F32.FromInteger(max).SafeDiv(I32F32.FromInteger(sum));
        return share <= I32F32.FromProportion(limit);
    }
}
