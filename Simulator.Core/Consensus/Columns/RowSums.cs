using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>The row pass, after the columns; sums as raw bits.</summary>
internal static class RowSums
{
    /// <summary>Validator trust Σ W̄ of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Trust<T, TRow>(TRow row)
        where T : struct, ILane<T>
        where TRow : struct, IWeightRow<T>
    {
        T trust = T.FromBits(0);
        for (int s = 0; s < row.Steps; s++)
        {
            trust += T.Min(WeightCode.Value(row.Code(s)), row.Consensus(s));
        }
        return T.Sum(trust);
    }

    /// <summary>Dividend Σ B·I of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Dividend<T, TRow>(TRow row)
        where T : struct, ILane<T>
        where TRow : struct, IRow<T>
    {
        T dividend = T.FromBits(0);
        for (int s = 0; s < row.Steps; s++)
        {
            dividend += T.Share(row.Share(s), row.Incentive(s));
        }
        return T.Sum(dividend);
    }
}
