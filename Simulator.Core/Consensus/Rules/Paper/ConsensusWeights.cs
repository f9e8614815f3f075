namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Consensus weights as shares, cut down to steps of 1/65535.</summary>
/// <remarks>
/// Source: variants §3.5. <c>C_j / Σ C</c> first, times 65535 then, towards zero last: many plain weights lie exactly on a
/// step, and one unit in the last place decides.
/// </remarks>
internal static class ConsensusWeights
{
    private const double Steps = 65535;

    /// <summary>Turns medians into consensus weights.</summary>
    /// <param name="medians">One for every column, replaced by its consensus weight.</param>
    /// <returns>Whether there is none: then every weight is what the source's NaN becomes on x86, −2³¹ / 65535.</returns>
    public static bool Settle(Span<double> medians)
    {
        double sum = LaneSum.Of(medians);
        bool none = !(sum > 0);
        foreach (ref double weight in medians)
        {
            weight = none ? int.MinValue / Steps : (int)(weight / sum * Steps) / Steps;
        }
        return none;
    }
}
