using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>The epoch's functions of vectors, as the chain computes them.</summary>
/// <remarks>Source: spec §1.4.1, 1.4.5–1.4.7.</remarks>
internal static class VectorMath
{
    /// <summary>The sum.</summary>
    public static I32F32 Sum(ReadOnlySpan<I32F32> x)
    {
        I32F32 sum = I32F32.Zero;
        foreach (I32F32 value in x)
        {
            sum += value;
        }
        return sum;
    }

    /// <summary>Whether the sum is 0.</summary>
    public static bool IsZero(ReadOnlySpan<I32F32> x) => Sum(x) == I32F32.Zero;

    /// <summary>Divides every element by the sum, in place; leaves a sum of 0 alone.</summary>
    public static void Normalize(Span<I32F32> x) => NormalizeUsingSum(x, Sum(x));

    /// <summary>Divides every element by the sum, in place; leaves a sum of 0 alone.</summary>
    public static void Normalize(Span<I64F64> x)
    {
        I64F64 sum = I64F64.Zero;
        foreach (I64F64 value in x)
        {
            sum += value;
        }
        if (sum == I64F64.Zero)
        {
            return;
        }
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i] == default ? default : x[i].SafeDiv(sum);
        }
    }

    /// <summary>Divides every element by a number, in place; leaves all alone for 0.</summary>
    public static void NormalizeUsingSum(Span<I32F32> x, I32F32 sum)
    {
        if (sum == I32F32.Zero)
        {
            return;
        }
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i] == default ? default : x[i].SafeDiv(sum);
        }
    }

    /// <summary>Which elements are among the k largest; among equals the lower indices lose.</summary>
    public static bool[] IsTopK(ReadOnlySpan<I32F32> x, int k)
    {
        (I32F32, int)[] all = new (I32F32, int)[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            all[i] = (x[i], i);
        }
        return WithoutTheSmallest(all, x.Length - k, x.Length);
    }

    /// <summary>Which elements are among the k largest and not 0; among equals the lower indices lose.</summary>
    public static bool[] IsTopKNonZero(ReadOnlySpan<I32F32> x, int k)
    {
        // Most neurons have no stake: those are not sorted, but stand between what is less and what is more than 0.
        List<(I32F32, int)> others = [];
        int negative = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] != I32F32.Zero)
            {
                others.Add((x[i], i));
                negative += x[i] < I32F32.Zero ? 1 : 0;
            }
        }
        int losers = x.Length - k,
            zeros = x.Length - others.Count;
        int notZero = Math.Min(losers, negative) + Math.Max(losers - negative - zeros, 0);
        return WithoutTheSmallest([.. others], notZero, x.Length);
    }

    /// <summary>Sets the marked elements to 0, in place.</summary>
    public static void Mask(ReadOnlySpan<bool> mask, Span<I32F32> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = mask[i] ? I32F32.Zero : x[i];
        }
    }

    /// <summary>The product of each pair of elements; 0 where it overflows.</summary>
    public static I32F32[] Mul(ReadOnlySpan<I32F32> a, ReadOnlySpan<I32F32> b)
    {
        I32F32[] product = new I32F32[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            product[i] = a[i].CheckedMulOrZero(b[i]);
        }
        return product;
    }

    /// <summary>Each element, a proportion, as an integer out of 65,535.</summary>
    public static void ToProportions(ReadOnlySpan<I32F32> x, Span<ushort> proportions)
    {
        for (int i = 0; i < x.Length; i++)
        {
            proportions[i] = x[i] == default ? (ushort)0 : x[i].ToProportion();
        }
    }

    private static bool[] WithoutTheSmallest((I32F32 Value, int Index)[] those, int losers, int length)
    {
        bool[] chosen = new bool[length];
        Array.Sort(those);
        foreach ((_, int index) in those.AsSpan(Math.Max(losers, 0)))
        {
            chosen[index] = true;
        }
        return chosen;
    }
}
