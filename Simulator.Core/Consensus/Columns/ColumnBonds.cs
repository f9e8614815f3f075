using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>The bond rules of one column, each written once. Both return the miner's rank R = Σ A·W̄.</summary>
internal static class ColumnBonds
{
    /// <summary>
    /// Yuma2. ΔB = A∘W̃, columns of ΔB and B sum to 1, B' = ema(ΔB, B), column sums to 1; stored with maximum 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Yuma2<T, TColumn>(TColumn column, T consensus, in RuleParameters<T> p)
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T>
    {
        T rank = p.Zero,
            bondSum = p.Zero,
            deltaSum = p.Zero;
        for (int i = 0; i < column.Rows; i++)
        {
            T weight = WeightCode.Value(column.Code(i)),
                clipped = T.Min(weight, consensus),
                stake = column.Stake(i);
            rank += T.Share(stake, clipped);
            column.Clip(i, clipped);
            T delta = T.Share(stake, Penalised(weight, clipped, p));
            column.Hold(i, delta);
            deltaSum += delta;
            bondSum += column.Bond(i);
        }

        Divisor<T> deltas = T.DivisorOf(deltaSum),
            bonds = T.DivisorOf(bondSum);
        T sum = p.Zero,
            greatest = p.Zero;
        for (int i = 0; i < column.Rows; i++)
        {
            T bond =
                T.Share(p.Rate, T.Div(column.Held(i), deltas))
                + T.Share(p.Rest, T.Div(column.Bond(i), bonds));
            column.Hold(i, bond);
            sum += bond;
            greatest = T.Max(greatest, bond);
        }

        Divisor<T> whole = T.DivisorOf(sum),
            top = T.DivisorOf(T.Div(greatest, whole));
        for (int i = 0; i < column.Rows; i++)
        {
            T share = T.Div(column.Held(i), whole);
            column.SetShare(i, share);
            column.SetBond(i, T.Share(T.Div(share, top), p.Units));
        }
        return rank;
    }

    /// <summary>
    /// Yuma3. B' = ema(W̃, B) with B in [0, 1], stored as it is; dividends use B' with column sums of 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Yuma3<T, TColumn, TRate>(TColumn column, T consensus, in RuleParameters<T> p)
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T>
        where TRate : struct, IBondRate
    {
        T rank = Move<T, TColumn, TRate>(column, consensus, p, out T sum);
        Divide(column, sum);
        return rank;
    }

    /// <summary>The first pass of Yuma3: bonds are moved, stored, held and added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Move<T, TColumn, TRate>(TColumn column, T consensus, in RuleParameters<T> p, out T sum)
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T>
        where TRate : struct, IBondRate
    {
        Divisor<T> units = T.DivisorOf(p.Units);
        T rank = p.Zero,
            bonds = p.Zero;
        for (int i = 0; i < column.Rows; i++)
        {
            T weight = WeightCode.Value(column.Code(i)),
                clipped = T.Min(weight, consensus);
            rank += T.Share(column.Stake(i), clipped);
            column.Clip(i, clipped);
            T bond = TRate.Ema(
                column,
                i,
                Penalised(weight, clipped, p),
                T.Div(column.Bond(i), units),
                consensus,
                p
            );
            column.Hold(i, bond);
            column.SetBond(i, T.Share(p.Units, bond));
            bonds += bond;
        }
        sum = bonds;
        return rank;
    }

    /// <summary>The second pass of Yuma3: held bonds become shares of their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Divide<T, TColumn>(TColumn column, T sum)
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T>
    {
        Divisor<T> whole = T.DivisorOf(sum);
        for (int i = 0; i < column.Rows; i++)
        {
            column.SetShare(i, T.Div(column.Held(i), whole));
        }
    }

    /// <summary>Holds, row by row, what the sigmoid of liquid alpha is taken of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void HoldArguments<T, TColumn>(TColumn column, T consensus, in RuleParameters<T> p)
        where T : struct, ILane<T>
        where TColumn : struct, IColumn<T>
    {
        Divisor<T> units = T.DivisorOf(p.Units);
        for (int i = 0; i < column.Rows; i++)
        {
            T weight = WeightCode.Value(column.Code(i)),
                target = Penalised(weight, T.Min(weight, consensus), p);
            column.Hold(i, LiquidRate.Argument(target, T.Div(column.Bond(i), units), consensus, p));
        }
    }

    /// <summary>W̃ = W + β(W̄ − W); the chain floors the negative product, so the positive one is rounded up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Penalised<T>(T weight, T clipped, in RuleParameters<T> p)
        where T : struct, ILane<T> => weight - T.ShareUp(p.Penalty, weight - clipped);
}
