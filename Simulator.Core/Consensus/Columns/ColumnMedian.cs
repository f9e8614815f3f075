using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>Stake-weighted median of a column: the largest weight that at least κ of the stake supports.</summary>
/// <remarks>
/// Bisection between weights of the column. Each step asks "is the stake below the candidate a minority?" and then snaps
/// the bound to the nearest weight of the column, so about log2(V) + 3 steps do, not 32. Stakes are integers: the result
/// does not depend on method, order or candidates (the chain selects by pivots).
/// </remarks>
internal static class ColumnMedian
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>The median.</summary>
    /// <param name="votes">Codes and stakes of the rows that vote.</param>
    /// <param name="minority">Stake that may stay below: S − κ, clamped to [0, S − 1 unit].</param>
    [MethodImpl(Inline)]
    public static U Of<U, TVotes>(TVotes votes, U minority)
        where U : struct, ICode<U>
        where TVotes : struct, IVotes<U>
    {
        U low = U.FromBits(uint.MaxValue),
            high = U.FromBits(0);
        for (int i = 0; i < votes.Voters; i++)
        {
            U weight = votes.Code(i);
            low = U.Min(low, weight);
            high = U.Max(high, weight);
        }
        return Between(votes, minority, low, high);
    }

    /// <summary>The median, fast when it is the weight nearest to a guess, for instance the median of the last epoch.</summary>
    /// <param name="votes">Codes and stakes of the rows that vote; one at least.</param>
    /// <param name="minority">Stake that may stay below: S − κ, clamped to [0, S − 1 unit].</param>
    /// <param name="guess">Any code.</param>
    [MethodImpl(Inline)]
    public static U Near<U, TVotes>(TVotes votes, U minority, U guess)
        where U : struct, ICode<U>
        where TVotes : struct, IVotes<U>
    {
        U low = U.FromBits(0),
            high = low;
        for (int i = 0; i < votes.Voters; i++)
        {
            high = U.Max(high, votes.Code(i));
        }
        // No candidate may exceed every weight: the stake of all voters together has no code.
        guess = U.Min(guess, high);
        Narrow(votes, minority, guess, ref low, ref high);
        // The guess, or the weight that is next to it on the side where the median lies: is there another beyond?
        U next = U.IfLess(high, guess, high, U.Min(low + U.FromBits(1), high));
        Narrow(votes, minority, next, ref low, ref high);
        return Between(votes, minority, low, high);
    }

    [MethodImpl(Inline)]
    private static U Between<U, TVotes>(TVotes votes, U minority, U low, U high)
        where U : struct, ICode<U>
        where TVotes : struct, IVotes<U>
    {
        while (U.AnyLess(low, high))
        {
            Narrow(votes, minority, U.Middle(low, high), ref low, ref high);
        }
        return U.Min(low, high); // no voters: low is still the top, high zero
    }

    /// <summary>Moves the bound on the candidate's side of the median to the weight next to the candidate.</summary>
    [MethodImpl(Inline)]
    private static void Narrow<U, TVotes>(TVotes votes, U minority, U candidate, ref U low, ref U high)
        where U : struct, ICode<U>
        where TVotes : struct, IVotes<U>
    {
        U zero = U.FromBits(0),
            below = zero,
            nextUp = U.FromBits(uint.MaxValue),
            nextDown = zero;
        for (int i = 0; i < votes.Voters; i++)
        {
            U weight = votes.Code(i),
                stake = votes.Votes(i);
            below += U.IfLess(weight, candidate, stake, zero);
            nextUp = U.IfLess(weight, candidate, nextUp, U.Min(nextUp, weight));
            nextDown = U.IfLess(weight, candidate, U.Max(nextDown, weight), nextDown);
        }
        low = U.IfLess(minority, below, low, U.Max(low, nextUp));
        high = U.IfLess(minority, below, U.Min(high, nextDown), high);
    }
}
