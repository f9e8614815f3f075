namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>The first liquid alpha: the higher a miner's consensus, the slower its bonds move.</summary>
/// <remarks>
/// Source: spec §9.1.1. With c₂₅, c₇₅ the quantiles of the consensus of all neurons (c₇₅ is the 99 % quantile where both are
/// equal, and 1 where those are too): <c>a = (ln(1/hi − 1) − ln(1/lo − 1)) / (c₂₅ − c₇₅)</c>,
/// <c>b = ln(1/lo − 1) + a·c₂₅</c>, <c>α′ⱼ = clamp(1 / (1 + e^(b − a·Cⱼ)), lo, hi)</c>, and the rate is <c>1 − α′ⱼ</c>.
/// </remarks>
/// <param name="parameters">The bounds lo and hi.</param>
/// <param name="neurons">Neurons of the subnet: those that are no columns have consensus 0.</param>
internal sealed class LiquidRateV1(ApproximateParameters parameters, int neurons) : IApproximateRates
{
    private readonly double[] _sorted = new double[neurons];

    /// <inheritdoc/>
    public void Set(ReadOnlySpan<double> consensus, Span<double> rates)
    {
        (double a, double b) = Line(consensus);
        for (int j = 0; j < rates.Length; j++)
        {
            double kept = 1 / (1 + NaturalLog.Exp(b - a * consensus[j]));
            rates[j] = 1 - Math.Clamp(kept, parameters.AlphaLow, parameters.AlphaHigh);
        }
    }

    private (double A, double B) Line(ReadOnlySpan<double> consensus)
    {
        _sorted.AsSpan().Clear();
        consensus.CopyTo(_sorted);
        _sorted.AsSpan().Sort();
        double low = Quantile(0.25),
            high = Quantile(0.75);
        high =
            high > low ? high
            : Quantile(0.99) > low ? Quantile(0.99)
            : 1;
        if (high <= low || parameters.AlphaLow == 0 || parameters.AlphaHigh == 0)
        {
            return (0, 0);
        }
        double ofLow = NaturalLog.Of(1 / parameters.AlphaLow - 1),
            ofHigh = NaturalLog.Of(1 / parameters.AlphaHigh - 1);
        double a = (ofHigh - ofLow) / (low - high);
        return (a, ofLow + a * low);
    }

    private double Quantile(double share)
    {
        double position = share * (_sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below] + (_sorted[above] - _sorted[below]) * (position - below);
    }
}
