namespace Simulator.Core.Studies.Retention;

/// <summary>The utility that the honest side needs against the worst cabal, over all draws.</summary>
/// <param name="HonestStake">Share of stake to keep.</param>
/// <param name="NeededUtility">Utility needed; a draw in which even the whole utility does not suffice counts as 1.</param>
/// <param name="Kept">In how many draws some utility of the grid suffices.</param>
public readonly record struct RetentionStatistic(double HonestStake, MeanInterval NeededUtility, int Kept)
{
    /// <summary>The statistic of the utilities that single draws need, NaN where none suffices.</summary>
    internal static RetentionStatistic Of(double honestStake, ReadOnlySpan<double> needed)
    {
        double[] counted = needed.ToArray();
        int kept = 0;
        for (int i = 0; i < counted.Length; i++)
        {
            bool suffices = !double.IsNaN(counted[i]);
            kept += suffices ? 1 : 0;
            counted[i] = suffices ? counted[i] : 1;
        }
        return new(honestStake, MeanInterval.Of(counted), kept);
    }
}
