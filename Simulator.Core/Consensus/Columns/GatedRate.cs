using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary><see cref="LiquidRate"/> whose sigmoid was taken ahead, for a whole column at once, and is held by it.</summary>
internal readonly struct GatedRate : IBondRate
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
        where TColumn : struct, IColumn<T> =>
        LiquidRate.Moved(column.Held(row), column.Code(row), target, bond, p);
}
