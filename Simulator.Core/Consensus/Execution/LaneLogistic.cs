using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The sigmoid of liquid alpha, of many held numbers.</summary>
/// <remarks>
/// Four vectors at once: a term of the series waits for the one before, and meanwhile the others' are computed. Numbers
/// whose series would leave the range of the lanes go through wide ones.
/// </remarks>
/// <typeparam name="T">Numbers of several columns.</typeparam>
/// <typeparam name="TWide">The same columns in a form that holds numbers of any size.</typeparam>
internal static unsafe class LaneLogistic<T, TWide>
    where T : struct, IVectorLane<T>
    where TWide : struct, IVectorLane<TWide>
{
    private const MethodImplOptions Program =
        MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    /// <summary>Up to here no term of e^x leaves 52 bits, not even before it is divided: 12·12^12/12! · 2^32 is below 2^50.</summary>
    private const long ShortSeries = 12L << 32;

    /// <summary>Replaces held numbers by their sigmoids.</summary>
    /// <param name="held">The numbers.</param>
    /// <param name="count">How many, a multiple of two vectors.</param>
    /// <param name="reciprocals">Table of the series.</param>
    /// <param name="wideReciprocals">Table of the series in wide lanes.</param>
    [MethodImpl(Program)]
    public static void Replace(long* held, int count, long* reciprocals, long* wideReciprocals)
    {
        int k = 0;
        for (; k <= count - 4 * T.Columns; k += 4 * T.Columns)
        {
            if (!TryReplace<Pair<Pair<T>>>(held + k, reciprocals))
            {
                ReplaceWide(held + k, 4 * T.Columns, wideReciprocals);
            }
        }
        for (; k < count; k += 2 * T.Columns)
        {
            if (!TryReplace<Pair<T>>(held + k, reciprocals))
            {
                ReplaceWide(held + k, 2 * T.Columns, wideReciprocals);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReplace<TLane>(long* held, long* reciprocals)
        where TLane : struct, IVectorLane<TLane>
    {
        TLane x = TLane.Held(held),
            bound = TLane.FromBits(ShortSeries),
            size = TLane.Max(x, TLane.FromBits(0) - x);
        if (typeof(T) != typeof(TWide) && !TLane.IsZero(TLane.Max(size, bound) - bound))
        {
            return false;
        }
        TLane.Hold(Logistic.Of(new Table<TLane>(reciprocals), x), held);
        return true;
    }

    [MethodImpl(Program)]
    private static void ReplaceWide(long* held, int count, long* reciprocals)
    {
        long* numbers = stackalloc long[T.Columns];
        for (int k = 0; k < count; k += T.Columns)
        {
            T.Store(T.Held(held + k), numbers);
            TWide y = Logistic.Of(new Table<TWide>(reciprocals), TWide.Load(numbers));
            TWide.Store(y, numbers);
            T.Hold(T.Load(numbers), held + k);
        }
    }

    private readonly struct Table<TLane>(long* reciprocals) : IReciprocals<TLane>
        where TLane : struct, IVectorLane<TLane>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Reciprocal(int n) => TLane.Repeated(unchecked(reciprocals + n));
    }
}
