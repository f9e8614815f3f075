using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>One rate for the subnet.</summary>
internal readonly struct SteadyRate : IBondRate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Ema<T, TColumn>(
        TColumn column,
        int row,
        T target,
        T bond,
        T consensus,
        in RuleParameters<T> p
    )
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T> => T.Share(p.Rate, target) + T.Share(p.Rest, bond);
}
