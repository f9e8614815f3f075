using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>1 / (1 + e^x), with the chain's exponential.</summary>
/// <remarks>Source: spec §2.7.</remarks>
internal static class Logistic
{
    /// <summary>The value at x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T, TTable>(TTable table, T x)
        where T : struct, ILane<T>
        where TTable : struct, IReciprocals<T> => OfSeries(x, Exponential.Series(table, x));

    /// <summary>The value at x, once the series of its exponential is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfSeries<T>(T x, T series)
        where T : struct, ILane<T>
    {
        T one = T.FromBits(1L << 32);
        return T.Div(one, T.DivisorOf(one + Exponential.OfSeries(x, series)));
    }
}
