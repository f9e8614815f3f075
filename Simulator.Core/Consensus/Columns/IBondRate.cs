using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>How fast a Yuma3 bond follows its weight.</summary>
internal interface IBondRate
{
    static abstract T Ema<T, TColumn>(
        TColumn column,
        int row,
        T target,
        T bond,
        T consensus,
        in RuleParameters<T> p
    )
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T>;
}
