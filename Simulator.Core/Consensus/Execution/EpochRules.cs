using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus.Execution;

/// <summary>What the column programs need to know of an epoch's hyperparameters.</summary>
/// <remarks>Source: spec §2.4, E7 and E10; §2.5, B3; §2.7.</remarks>
internal static class EpochRules
{
    private const long One = 1L << 32;

    /// <summary>Rates outside [0, 1], bounds in the wrong order and sums that leave the format are the reference's.</summary>
    public static bool ProgramsCover(EpochInput input)
    {
        EpochParameters p = input.Parameters;
        return input.Neurons < 1 << 15
            && p.BondsMovingAverage <= 1_000_000
            && (!IsLiquid(p) || p.AlphaLow.Raw <= p.AlphaHigh.Raw);
    }

    /// <summary>Whether bonds may move at rates of their own.</summary>
    public static bool IsLiquid(EpochParameters p) => p.Yuma3On && p.LiquidAlphaOn;

    /// <summary>The bond rule.</summary>
    public static BondRule RuleOf(EpochParameters p) =>
        !p.Yuma3On ? BondRule.Yuma2
        : p.LiquidAlphaOn ? BondRule.Yuma3Liquid
        : BondRule.Yuma3;

    /// <summary>Its hyperparameters.</summary>
    public static RuleBits BitsOf(EpochParameters p)
    {
        long penalty = I32F32.FromProportion(p.BondsPenalty.Raw).Bits;
        return new()
        {
            Penalty = penalty,
            KeepZeros = penalty is 0 or One ? 1 : 0,
            Rate = BondRates.Steady(p.BondsMovingAverage).Bits,
            RateLow = I32F32.FromProportion(p.AlphaLow.Raw).Bits,
            RateHigh = I32F32.FromProportion(p.AlphaHigh.Raw).Bits,
            Slope = LiquidAlpha.SlopeOf(p.AlphaSigmoidSteepness).Bits,
        };
    }

    /// <summary>Gives the voters' shares of the stake, and how much of it may lie below the consensus weight.</summary>
    /// <param name="p">Hyperparameters.</param>
    /// <param name="stake">Active stake of the voters, I32F32.</param>
    /// <param name="scratch">As long.</param>
    /// <param name="votes">The shares, in units of 2⁻³².</param>
    public static uint Minority(
        EpochParameters p,
        ReadOnlySpan<long> stake,
        Span<long> scratch,
        Span<uint> votes
    )
    {
        stake.CopyTo(scratch);
        Proportions.Normalize(scratch);
        long sum = 0;
        for (int r = 0; r < votes.Length; r++)
        {
            // 1.0 has no code of its own, and needs none: it is a single voter's, whose weight wins whatever it counts.
            votes[r] = (uint)Math.Min(scratch[r], uint.MaxValue);
            sum += scratch[r];
        }
        long kappa = I32F32.FromProportion(p.Kappa.Raw).Bits;
        return (uint)Math.Clamp(sum - kappa, 0, Math.Max(0, sum - 1));
    }
}
