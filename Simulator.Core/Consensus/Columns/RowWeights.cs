using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>A validator's row of weights, divided by its sum.</summary>
/// <remarks>
/// Source: spec §1.4.5. Before, a code is 1 + the stored weight, and 0 for no entry; afterwards it is as
/// <see cref="WeightCode"/> says.
/// </remarks>
internal static class RowWeights
{
    /// <summary>The stored weight of a code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Stored<T>(T code)
        where T : struct, ILane<T> => T.Max(code, T.FromBits(1)) - T.FromBits(1);

    /// <summary>The code of a stored weight's share of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Share<T>(T code, Divisor<T> sum)
        where T : struct, ILane<T>
    {
        T share = T.Div(Stored(code), sum),
            last = T.FromBits(WeightCode.One),
            shareCode = T.IfLess(share, last, share + T.FromBits(1), last);
        return T.IfLess(T.FromBits(0), code, shareCode, code);
    }
}
