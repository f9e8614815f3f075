using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The sigmoid of liquid alpha, of many held numbers.</summary>
/// <remarks>
/// The series goes over four vectors at once: a term waits for the one before, and meanwhile the others' are computed. What
/// follows it goes vector by vector, so that nothing has to be saved from the registers on the stack, where a vector
/// crosses lines of the cache. Numbers whose series would leave the range of the lanes go through wide ones.
/// </remarks>
/// <typeparam name="T">Numbers of several columns.</typeparam>
/// <typeparam name="TWide">The same columns in a form that holds numbers of any size.</typeparam>
internal sealed unsafe class LaneLogistic<T, TWide>
    where T : struct, IVectorLane<T>
    where TWide : struct, IVectorLane<TWide>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const MethodImplOptions Program =
        MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    /// <summary>Up to here no term of e^x leaves 52 bits, not even before it is divided: 12·12^12/12! · 2^32 is below 2^50.</summary>
    private const long ShortSeries = 12L << 32;

    // Not static arrays: those cost a class-initialisation check per look-up in code that is optimised at once.
    private readonly PinnedMemory<long> _reciprocals = new(Exponential.Terms);
    private readonly PinnedMemory<long> _wideReciprocals = new(Exponential.Terms);
    private readonly PinnedMemory<long> _series = new(4 * T.Columns);

    /// <summary>Makes the tables of reciprocals.</summary>
    public LaneLogistic()
    {
        Exponential.Reciprocals<T>().CopyTo(new Span<long>(_reciprocals.Pointer, Exponential.Terms));
        Exponential.Reciprocals<TWide>().CopyTo(new Span<long>(_wideReciprocals.Pointer, Exponential.Terms));
    }

    /// <summary>Divisors of the series, in the form of its lanes.</summary>
    public long* Reciprocals => _reciprocals.Pointer;

    /// <summary>Replaces held numbers by their sigmoids.</summary>
    /// <param name="held">The numbers.</param>
    /// <param name="count">How many, a multiple of two vectors.</param>
    public void Replace(long* held, int count)
    {
        int k = 0;
        for (; k <= count - 4 * T.Columns; k += 4 * T.Columns)
        {
            ReplaceFour(held + k);
        }
        for (; k < count; k += 2 * T.Columns)
        {
            ReplaceTwo(held + k);
        }
    }

    [MethodImpl(Program)]
    private void ReplaceFour(long* held)
    {
        if (IsShort<Pair<Pair<T>>>(held))
        {
            Replace<Pair<Pair<T>>>(held);
        }
        else
        {
            ReplaceWide(held, 4 * T.Columns);
        }
    }

    [MethodImpl(Program)]
    private void ReplaceTwo(long* held)
    {
        if (IsShort<Pair<T>>(held))
        {
            Replace<Pair<T>>(held);
        }
        else
        {
            ReplaceWide(held, 2 * T.Columns);
        }
    }

    [MethodImpl(Inline)]
    private static bool IsShort<TLane>(long* held)
        where TLane : struct, IVectorLane<TLane>
    {
        TLane x = TLane.Held(held),
            bound = TLane.FromBits(ShortSeries),
            size = TLane.Max(x, TLane.FromBits(0) - x);
        return typeof(T) == typeof(TWide) || TLane.IsZero(TLane.Max(size, bound) - bound);
    }

    [MethodImpl(Inline)]
    private void Replace<TLane>(long* held)
        where TLane : struct, IVectorLane<TLane>
    {
        long* series = _series.Pointer;
        TLane.Hold(Exponential.Series(new Table<TLane>(_reciprocals.Pointer), TLane.Held(held)), series);
        for (int h = 0; h < TLane.Columns; h += T.Columns)
        {
            T.Hold(Logistic.OfSeries(T.Held(held + h), T.Held(series + h)), held + h);
        }
    }

    [MethodImpl(Program)]
    private void ReplaceWide(long* held, int count)
    {
        long* numbers = stackalloc long[T.Columns];
        for (int k = 0; k < count; k += T.Columns)
        {
            T.Store(T.Held(held + k), numbers);
            TWide y = Logistic.Of(new Table<TWide>(_wideReciprocals.Pointer), TWide.Load(numbers));
            TWide.Store(y, numbers);
            T.Hold(T.Load(numbers), held + k);
        }
    }

    private readonly struct Table<TLane>(long* reciprocals) : IReciprocals<TLane>
        where TLane : struct, IVectorLane<TLane>
    {
        [MethodImpl(Inline)]
        public TLane Reciprocal(int n) => TLane.Repeated(unchecked(reciprocals + n));
    }
}
