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

    /// <summary>Numbers that are worked on at once.</summary>
    public static int Step => 4 * T.Columns;

    /// <summary>Replaces numbers by their sigmoids.</summary>
    /// <param name="scratch">Where they are held, and the tables.</param>
    /// <param name="count">How many; rounded up to <see cref="Step"/>, so what follows must be numbers too.</param>
    [MethodImpl(Program)]
    public static void Replace(LaneScratch scratch, int count)
    {
        Pair<Pair<T>> bound = Pair<Pair<T>>.FromBits(ShortSeries);
        Table<Pair<Pair<T>>> table = new(scratch.Reciprocals);
        for (int k = 0; k < count; k += Step)
        {
            long* at = scratch.Held + k;
            Pair<Pair<T>> x = Pair<Pair<T>>.Held(at),
                size = Pair<Pair<T>>.Max(x, Pair<Pair<T>>.FromBits(0) - x);
            if (typeof(T) == typeof(TWide) || Pair<Pair<T>>.IsZero(Pair<Pair<T>>.Max(size, bound) - bound))
            {
                Pair<Pair<T>>.Hold(Logistic.Of(table, x), at);
            }
            else
            {
                ReplaceWide(scratch, at);
            }
        }
    }

    [MethodImpl(Program)]
    private static void ReplaceWide(LaneScratch scratch, long* at)
    {
        long* numbers = stackalloc long[T.Columns];
        Table<TWide> table = new(scratch.WideReciprocals);
        for (int k = 0; k < Step; k += T.Columns)
        {
            T.Store(T.Held(at + k), numbers);
            TWide.Store(Logistic.Of(table, TWide.Load(numbers)), numbers);
            T.Hold(T.Load(numbers), at + k);
        }
    }

    private readonly struct Table<TLane>(long* reciprocals) : IReciprocals<TLane>
        where TLane : struct, IVectorLane<TLane>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Reciprocal(int n) => TLane.Repeated(unchecked(reciprocals + n));
    }
}
