using Simulator.Core.Units;

namespace Simulator.Core.Studies.Retention;

/// <summary>Finds the utility that the honest side needs without computing the whole map.</summary>
/// <remarks>
/// It takes for granted that more honest utility never lowers the honest share, so that a bisection finds the last point
/// of the grid that fails, and a cabal's utility that an earlier answer already meets costs one epoch alone.
/// </remarks>
public static class RetentionSearch
{
    /// <summary>The statistics of every share of stake.</summary>
    /// <param name="plan">The plan of the map.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="threads">Threads to use, at least 1; the result is the same for any number.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="PlanException">The plan has mistakes.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<RetentionStatistic> Of(
        RetentionPlan plan,
        ulong seed,
        int threads = 1,
        CancellationToken cancel = default
    )
    {
        double[][] needs = Needs(plan, seed, threads, cancel);
        return [.. plan.HonestStakes.Select((stake, i) => RetentionStatistic.Of(stake, needs[i]))];
    }

    /// <summary>How much more utility one plan needs than another, draw by draw on the same random numbers.</summary>
    /// <param name="plan">The one plan.</param>
    /// <param name="other">The other: of as many draws, and with the same shares of stake.</param>
    /// <param name="seed">Seed of the draws of both.</param>
    /// <param name="threads">Threads to use, at least 1; the result is the same for any number.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>By share of stake: the difference, whose interval is that of pairs and far narrower than either mean's.</returns>
    /// <exception cref="ArgumentException">The plans differ in draws or shares of stake.</exception>
    /// <exception cref="PlanException">A plan has mistakes.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<MeanInterval> Difference(
        RetentionPlan plan,
        RetentionPlan other,
        ulong seed,
        int threads = 1,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(other);
        double[][] needs = Needs(plan, seed, threads, cancel),
            others = Needs(other, seed, threads, cancel);
        if (plan.Draws != other.Draws || !plan.HonestStakes.SequenceEqual(other.HonestStakes))
        {
            throw new ArgumentException("Pairs need the same draws and shares of stake.", nameof(other));
        }
        return
        [
            .. needs.Zip(
                others,
                (mine, theirs) =>
                    MeanInterval.Of([
                        .. mine.Zip(
                            theirs,
                            (a, b) => RetentionStatistic.Counted(a) - RetentionStatistic.Counted(b)
                        ),
                    ])
            ),
        ];
    }

    /// <summary>The utility needed, by share of stake and draw; NaN where none suffices.</summary>
    private static double[][] Needs(RetentionPlan plan, ulong seed, int threads, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();
        int stakes = plan.HonestStakes.Length;
        double[][] needs = [.. plan.HonestStakes.Select(_ => new double[plan.Draws])];
        RetentionWork.Do(plan, seed, stakes * plan.Draws, threads, Find, null, cancel);
        return needs;

        // Pieces of one draw lie together, so that a thread seldom draws anew.
        void Find(RetentionWork work, int piece)
        {
            (int draw, int stake) = Math.DivRem(piece, stakes);
            needs[stake][draw] = WorstNeed(plan, plan.HonestStakes[stake], work.Subnet(draw, stake));
        }
    }

    /// <summary>The utility that one subnet needs whatever the cabal does; NaN where none suffices.</summary>
    internal static double WorstNeed(RetentionPlan plan, double honestStake, RetentionSubnet subnet)
    {
        double worst = plan.HonestUtilities[0];
        // The last point of the grid that fails against some cabal, once one is known.
        int failing = 0;
        // Cabals that give most to themselves are the usual worst: met first, they spare the others a search.
        for (int cabal = plan.CabalUtilities.Length - 1; cabal >= 0; cabal--)
        {
            double cabalUtility = plan.CabalUtilities[cabal];
            if (RetentionLine.Keeps(Emission(failing), honestStake))
            {
                continue;
            }
            failing = LastFailing(failing);
            if (failing == plan.HonestUtilities.Length - 1)
            {
                return double.NaN;
            }
            worst = Math.Max(
                worst,
                RetentionLine.Between(
                    plan.HonestUtilities[failing],
                    plan.HonestUtilities[failing + 1],
                    Emission(failing),
                    Emission(failing + 1),
                    honestStake
                )
            );

            double Emission(int utility) =>
                subnet.HonestEmission(plan.HonestUtilities[utility], cabalUtility);

            int LastFailing(int fails)
            {
                int keeps = plan.HonestUtilities.Length;
                while (keeps - fails > 1)
                {
                    int middle = (fails + keeps) / 2;
                    bool enough = RetentionLine.Keeps(Emission(middle), honestStake);
                    (fails, keeps) = enough ? (fails, middle) : (middle, keeps);
                }
                return fails;
            }
        }
        return worst;
    }
}
