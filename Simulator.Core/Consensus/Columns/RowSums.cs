using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>The row pass, after the columns.</summary>
internal static class RowSums
{
    /// <summary>Validator trust Σ W̄ and dividend Σ B·I of one row, as raw bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (long Trust, long Dividend) Of<T, TRow>(TRow row)
        where T : struct, ILane<T>
        where TRow : struct, IRow<T>
    {
        T trust = T.FromBits(0),
            dividend = trust;
        for (int s = 0; s < row.Steps; s++)
        {
            trust += T.Min(WeightCode.Value(row.Code(s)), row.Consensus(s));
            dividend += T.Share(row.Share(s), row.Incentive(s));
        }
        return (T.Sum(trust), T.Sum(dividend));
    }
}
