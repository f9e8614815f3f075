using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Tells whether a bond is an entry, be it with the value 0.</summary>
/// <remarks>
/// The chain stores every bond that was positive before it was rounded to 65,535ths. Under Yuma2 its share of the column
/// shows it: the bonds of a column sum to at most 1 before they become shares, so no share is less than its bond. Under
/// Yuma3 both may be 0; but there a bond follows from its own cell, which is then computed once more, alone.
/// </remarks>
/// <param name="rule">The rule that acted (<see cref="ExactColumns.RuleOf(DenseEpoch)"/>).</param>
/// <param name="bits">Its hyperparameters.</param>
internal readonly struct BondPresence(BondRule rule, RuleBits bits)
{
    private static readonly I32F32 One = I32F32.One;

    private readonly RuleParameters<ExactLane> _p = new(bits);

    /// <summary>Whether a bond of 0 whose share is 0 is never an entry.</summary>
    public bool SharesTell => rule == BondRule.Yuma2;

    /// <summary>Whether a bond that is 0, and whose share is 0, was positive.</summary>
    /// <param name="code">Code of the weight.</param>
    /// <param name="bond">Bond before the epoch, out of 65,535.</param>
    /// <param name="consensus">Consensus weight of the miner, I32F32.</param>
    public bool WasPositive(uint code, ushort bond, long consensus)
    {
        if (SharesTell || (code <= WeightCode.ExplicitZero && bond == 0))
        {
            return false;
        }
        ExactLane weight = WeightCode.Value(new ExactLane(code)),
            target = ColumnBonds.Penalised(weight, ExactLane.Min(weight, new(consensus)), _p);
        if (target.Bits == 0 && bond == 0)
        {
            return false;
        }
        ExactLane old = ExactLane.Div(new(bond), ExactLane.DivisorOf(_p.Units));
        return rule == BondRule.Yuma3
            ? Moves(target.Bits, old.Bits, bits.Rate, bits.Rate)
            : WasPositive(code, target.Bits, old.Bits, consensus);
    }

    /// <summary>The exponential is dear; the bounds of the rate nearly always decide without it.</summary>
    private bool WasPositive(uint code, long target, long old, long consensus)
    {
        bool livesOn = target > 0 || (code == WeightCode.ExplicitZero && bits.KeepZeros > 0);
        if (!livesOn || !Moves(target, old, bits.RateHigh, bits.RateLow))
        {
            return false;
        }
        if (Moves(target, old, bits.RateLow, bits.RateHigh))
        {
            return true;
        }
        long rate = RateOf(target, old, consensus);
        return Moves(target, old, rate, rate);
    }

    private long RateOf(long target, long old, long consensus) =>
        LiquidAlpha
            .RateAt(
                LiquidAlpha.Gate(
                    I32F32.FromBits(bits.Slope),
                    I32F32.FromBits(consensus),
                    I32F32.FromBits(target),
                    I32F32.FromBits(old)
                ),
                I32F32.FromBits(bits.RateLow),
                I32F32.FromBits(bits.RateHigh)
            )
            .Bits;

    /// <summary>Whether anything of the target at one rate, or of the old bond beside another, is left after rounding.</summary>
    private static bool Moves(long target, long old, long rate, long restOf) =>
        (
            I32F32.FromBits(rate).SaturatingMul(I32F32.FromBits(target))
            + One.SaturatingSub(I32F32.FromBits(restOf)).SaturatingMul(I32F32.FromBits(old))
        ) > I32F32.Zero;
}
