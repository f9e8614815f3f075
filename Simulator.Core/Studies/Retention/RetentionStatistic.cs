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
        double[] counted = new double[needed.Length];
        int kept = 0;
        for (int i = 0; i < counted.Length; i++)
        {
            kept += double.IsNaN(needed[i]) ? 0 : 1;
            counted[i] = Counted(needed[i]);
        }
        return new(honestStake, MeanInterval.Of(counted), kept);
    }

    /// <summary>What a draw counts for: the whole where no utility suffices.</summary>
    internal static double Counted(double needed) => double.IsNaN(needed) ? 1 : needed;
}
