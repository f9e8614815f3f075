using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>Liquid alpha: a rate per validator and miner, by a sigmoid of their distance to the consensus.</summary>
internal readonly struct LiquidRate : IBondRate
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
        where TColumn : struct, IColumn<T>
    {
        T gate = Logistic.Of(column, Argument(target, bond, consensus, p));
        return Moved(gate, column.Code(row), target, bond, p);
    }

    /// <summary>What the sigmoid is taken of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Argument<T>(T target, T bond, T consensus, in RuleParameters<T> p)
        where T : struct, ILane<T>
    {
        T distance = T.IfLess(target, bond, bond - target, T.Max(target - consensus, p.Zero));
        return T.Mul(p.Slope, distance - p.Half);
    }

    /// <summary>The bond, moved at the rate that the sigmoid opens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Moved<T>(T gate, T code, T target, T bond, in RuleParameters<T> p)
        where T : struct, ILane<T>
    {
        T rate = T.Min(T.Max(p.RateLow + T.Share(gate, p.RateRange), p.RateLow), p.RateHigh);
        T ema = T.Min(T.Share(p.One - rate, bond) + T.Share(rate, target), p.One);

        // A bond lives on only where the chain's sparse W̃ has an entry; an explicit zero is one when β is 0 or 1.
        T entry = target + T.IfEqual(code, T.FromBits(WeightCode.ExplicitZero), p.KeepZeros, p.Zero);
        return T.IfLess(p.Zero, entry, ema, p.Zero);
    }
}
