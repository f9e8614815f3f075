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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T, TTable>(TTable table, T x)
        where T : struct, ILane<T>
        where TTable : struct, IReciprocals<T>
    {
        T zero = T.FromBits(0),
            one = T.FromBits(One);
        x = T.Min(T.Max(x, T.FromBits(-Bound)), T.FromBits(Bound));
        T size = T.Max(x, zero - x),
            term = size,
            sum = size + one;
        for (int n = 2; n < Terms; n++)
        {
            term = T.MulDivSmall(term, size, n, table.Reciprocal(n));
            if (T.IsZero(term))
                break; // all later terms are zero too
            sum += term;
        }
        T grown = T.IfEqual(x, one, T.FromBits(E), sum);
        return T.IfLess(x, zero, T.Div(one, T.DivisorOf(sum)), grown);
    }

    /// <summary>The table behind <see cref="IReciprocals{T}.Reciprocal"/>.</summary>
    public static long[] Reciprocals<T>()
        where T : struct, ILane<T> =>
        [.. Enumerable.Range(0, Terms).Select(n => n < 2 ? 0 : T.ReciprocalBits(n))];
}
