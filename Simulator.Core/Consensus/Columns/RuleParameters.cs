using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>The same, one lane each.</summary>
internal readonly struct RuleParameters<T>
    where T : struct, ILane<T>
{
    public readonly T Zero,
        Half,
        One,
        Units;

    /// <summary>Bonds penalty β; EMA rate and 1 − rate.</summary>
    public readonly T Penalty,
        Rate,
        Rest;

    /// <summary>Liquid alpha: bounds and range of the rate, slope of the sigmoid (−steepness/100).</summary>
    public readonly T RateLow,
        RateHigh,
        RateRange,
        Slope;

    /// <summary>1 unit when explicit zero weights keep old bonds alive (β exactly 0 or 1), else 0.</summary>
    public readonly T KeepZeros;

    public RuleParameters(RuleBits p)
    {
        const long one = 1L << 32;
        Zero = T.FromBits(0);
        Half = T.FromBits(one / 2);
        One = T.FromBits(one);
        Units = T.FromBits(65535);
        Penalty = T.FromBits(p.Penalty);
        Rate = T.FromBits(p.Rate);
        Rest = T.FromBits(one - p.Rate);
        RateLow = T.FromBits(p.RateLow);
        RateHigh = T.FromBits(p.RateHigh);
        RateRange = T.FromBits(p.RateHigh - p.RateLow);
        Slope = T.FromBits(p.Slope);
        KeepZeros = T.FromBits(p.KeepZeros);
    }
}
