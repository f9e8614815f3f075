using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>The chain's e^x: x clamped to [−20, 20], a series of fixed length (not converged for large x).</summary>
internal static class Exponential
{
    public const int Terms = 32;
    private const long Bound = 20L << 32,
        E = 11674931200; // the chain's e has 23 good fraction bits

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T, TColumn>(TColumn column, T x, in RuleParameters<T> p)
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T>
    {
        x = T.Min(T.Max(x, T.FromBits(-Bound)), T.FromBits(Bound));
        T size = T.Max(x, p.Zero - x),
            term = size,
            sum = size + p.One;
        for (int n = 2; n < Terms; n++)
        {
            term = T.DivSmall(T.Mul(term, size), n, column.Reciprocal(n));
            if (T.IsZero(term))
                break; // all later terms are zero too
            sum += term;
        }
        T grown = T.IfEqual(x, p.One, T.FromBits(E), sum);
        return T.IfLess(x, p.Zero, T.Div(p.One, T.DivisorOf(sum)), grown);
    }

    /// <summary>The table behind <see cref="IColumn{T}.Reciprocal"/>.</summary>
    public static long[] Reciprocals<T>()
        where T : struct, ILane<T> =>
        [.. Enumerable.Range(0, Terms).Select(n => n < 2 ? 0 : T.ReciprocalBits(n))];
}
