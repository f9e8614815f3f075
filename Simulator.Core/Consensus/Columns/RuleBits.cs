namespace Simulator.Core.Consensus.Columns;

/// <summary>What the column rules need to know of the hyperparameters, as plain bits.</summary>
internal struct RuleBits
{
    public long Penalty,
        Rate,
        RateLow,
        RateHigh,
        Slope,
        KeepZeros;
}
