using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>Stake-weighted median of a column: the largest weight that at least κ of the stake supports.</summary>
internal static class ColumnMedian
{
    /// <summary>
    /// Bisection between weights of the column. Each step asks "is the stake below the candidate a minority?" and
    /// then snaps the bound to the nearest weight of the column, so about log2(V) + 3 steps do, not 32.
    /// Stakes are integers: the result does not depend on method or order (the chain selects by pivots).
    /// </summary>
    /// <param name="votes">Codes and stakes of the rows that vote.</param>
    /// <param name="minority">Stake that may stay below: S − κ, clamped to [0, S − 1 unit].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U Of<U, TVotes>(TVotes votes, U minority)
        where U : struct, ICode<U>
        where TVotes : struct, IVotes<U>
    {
        U zero = U.FromBits(0),
            top = U.FromBits(uint.MaxValue),
            low = top,
            high = zero;
        for (int i = 0; i < votes.Voters; i++)
        {
            U weight = votes.Code(i);
            low = U.Min(low, weight);
            high = U.Max(high, weight);
        }
        while (U.AnyLess(low, high))
        {
            U candidate = U.Middle(low, high),
                below = zero,
                nextUp = top,
                nextDown = zero;
            for (int i = 0; i < votes.Voters; i++)
            {
                U weight = votes.Code(i),
                    stake = votes.Votes(i);
                below += U.IfLess(weight, candidate, stake, zero);
                nextUp = U.IfLess(weight, candidate, nextUp, U.Min(nextUp, weight));
                nextDown = U.IfLess(weight, candidate, U.Max(nextDown, weight), nextDown);
            }
            low = U.IfLess(minority, below, low, nextUp);
            high = U.IfLess(minority, below, nextDown, high);
        }
        return U.Min(low, high); // no voters: low is still the top, high zero
    }
}
