using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>The chain's e^x: x clamped to [−20, 20], a series of fixed length (not converged for large x).</summary>
internal static class Exponential
{
    public const int Terms = 32;
    private const long One = 1L << 32,
        Bound = 20 * One,
        E = 11674931200; // the chain's e has 23 good fraction bits

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T, TTable>(TTable table, T x)
        where T : struct, ILane<T>
        where TTable : struct, IReciprocals<T> => OfSeries(x, Series(table, x));

    /// <summary>The series for the size of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Series<T, TTable>(TTable table, T x)
        where T : struct, ILane<T>
        where TTable : struct, IReciprocals<T>
    {
        T size = T.Min(T.Max(x, T.FromBits(0) - x), T.FromBits(Bound)),
            term = size,
            sum = size + T.FromBits(One);
        for (int n = 2; n < Terms; n++)
        {
            term = T.MulDivSmall(term, size, n, table.Reciprocal(n));
            if (T.IsZero(term))
                break; // all later terms are zero too
            sum += term;
        }
        return sum;
    }

    /// <summary>e^x, once its series is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfSeries<T>(T x, T sum)
        where T : struct, ILane<T>
    {
        T one = T.FromBits(One),
            grown = T.IfEqual(x, one, T.FromBits(E), sum);
        return T.IfLess(x, T.FromBits(0), T.Div(one, T.DivisorOf(sum)), grown);
    }

    /// <summary>The table behind <see cref="IReciprocals{T}.Reciprocal"/>.</summary>
    public static long[] Reciprocals<T>()
        where T : struct, ILane<T> =>
        [.. Enumerable.Range(0, Terms).Select(n => n < 2 ? 0 : T.ReciprocalBits(n))];
}
