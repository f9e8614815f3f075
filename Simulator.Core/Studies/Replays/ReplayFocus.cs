using System.Collections.Immutable;

namespace Simulator.Core.Studies.Replays;

/// <summary>The validators and miners whose bonds are kept for every epoch: all of a small subnet, the foremost of a large one.</summary>
/// <param name="Validators">Rows, rising: those of most stake over all epochs, and the base validator.</param>
/// <param name="Miners">Columns, rising: those with most weight by stake over all epochs.</param>
public sealed record ReplayFocus(ImmutableArray<int> Validators, ImmutableArray<int> Miners)
{
    /// <summary>Most validators of it.</summary>
    public const int MostValidators = 12;

    /// <summary>Most miners of it.</summary>
    public const int MostMiners = 8;

    /// <summary>The foremost of a series.</summary>
    public static ReplayFocus Of(ReplaySeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        int validators = series.Validators.Length,
            miners = series.Miners.Length;
        double[] stake = new double[validators];
        double[] support = new double[miners];
        foreach (ReplayEpoch epoch in series.Epochs)
        {
            double all = epoch.Stakes.Sum();
            for (int i = 0; i < validators; i++)
            {
                double share = epoch.Stakes[i] / all;
                stake[i] += share;
                Support(support, epoch.Weights.AsSpan().Slice(i * miners, miners), share);
            }
        }
        // No stake is larger: the base validator comes first.
        stake[series.BaseValidator] = double.PositiveInfinity;
        return new(Foremost(stake, MostValidators), Foremost(support, MostMiners));
    }

    private static void Support(double[] support, ReadOnlySpan<double> row, double share)
    {
        double sum = 0;
        foreach (double weight in row)
        {
            sum += weight;
        }
        for (int j = 0; j < row.Length && sum > 0; j++)
        {
            support[j] += share * row[j] / sum;
        }
    }

    private static ImmutableArray<int> Foremost(double[] values, int most) =>
        [
            .. Enumerable
                .Range(0, values.Length)
                .OrderByDescending(i => values[i])
                .ThenBy(i => i)
                .Take(most)
                .Order(),
        ];
}
