using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs.Changes;

/// <summary>Adds validators that copy what the others agreed on.</summary>
/// <remarks>
/// In epoch e a copier with delay d sets the consensus of epoch e − d, scaled to sum to 1. That is, for each miner, the
/// stake-weighted median of the normalised rows of all validators but the copiers: the highest weight that at least
/// half of their stake supports, as the paper variants compute it (their u16 truncation left out, since a copier sets
/// weights, not consensus). Other changes of the series, such as delays, are seen as they are. In the first d epochs it
/// has seen nothing, and its row is zero, as it is after an epoch without any consensus.
/// </remarks>
internal static class Copiers
{
    // Rows are normalised by their sum plus this, as the Python packages do.
    private const double Epsilon = 1e-6;
    private const double Majority = 0.5;

    /// <summary>The series with a copier for each plan, called <c>copier-1</c> and so on.</summary>
    public static Metagraph Join(Metagraph series, IReadOnlyList<CopierPlan> plans)
    {
        ImmutableArray<double> nothing = [.. new double[series.Miners.Length]];
        ImmutableArray<double>[] seen = new ImmutableArray<double>[series.Epochs.Length];
        for (int e = 0; e < seen.Length; e++)
        {
            // Held epochs share their rows.
            seen[e] =
                e > 0 && series.Epochs[e].Validators == series.Epochs[e - 1].Validators
                    ? seen[e - 1]
                    : Agreed(series.Epochs[e], series.Miners.Length);
        }
        return series with
        {
            Epochs =
            [
                .. series.Epochs.Select(
                    (epoch, e) =>
                        epoch with
                        {
                            Validators =
                            [
                                .. epoch.Validators,
                                .. plans.Select(
                                    (plan, i) =>
                                        new ValidatorRow(
                                            null,
                                            Name(i),
                                            plan.Stake,
                                            e < plan.Delay ? nothing : seen[e - plan.Delay]
                                        )
                                ),
                            ],
                        }
                ),
            ],
        };
    }

    /// <summary>The name of a copier.</summary>
    /// <param name="index">Its plan, from 0.</param>
    public static string Name(int index) => $"copier-{index + 1}";

    /// <summary>The stake-weighted median of an epoch for each miner, scaled to sum to 1; zeros where there is none.</summary>
    public static ImmutableArray<double> Agreed(MetagraphEpoch epoch, int miners)
    {
        double stake = epoch.Validators.Sum(row => row.Stake);
        double[] sums = [.. epoch.Validators.Select(row => row.Weights.Sum() + Epsilon)];
        double[] medians = new double[miners];
        (double Weight, double Stake)[] column = new (double, double)[epoch.Validators.Length];
        for (int miner = 0; miner < miners && stake > 0; miner++)
        {
            for (int v = 0; v < column.Length; v++)
            {
                ValidatorRow row = epoch.Validators[v];
                column[v] = (row.Weights[miner] / sums[v], row.Stake / stake);
            }
            medians[miner] = Median(column);
        }
        double total = medians.Sum();
        return total > 0 ? [.. medians.Select(m => m / total)] : [.. medians];
    }

    /// <summary>The first weight, from the highest down, at which the stake so far reaches the majority.</summary>
    private static double Median((double Weight, double Stake)[] column)
    {
        // A stable order, so that sums of equal columns are equal.
        double support = 0;
        foreach ((double weight, double stake) in column.OrderByDescending(c => c.Weight))
        {
            support += stake;
            if (support >= Majority)
            {
                return weight;
            }
        }
        return 0;
    }
}
