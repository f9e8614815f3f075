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
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();
        int stakes = plan.HonestStakes.Length;
        double[] needed = new double[stakes * plan.Draws];
        RetentionWork.Do(plan, seed, needed.Length, threads, Find, null, cancel);
        return
        [
            .. plan.HonestStakes.Select(
                (stake, i) => RetentionStatistic.Of(stake, needed.AsSpan(i * plan.Draws, plan.Draws))
            ),
        ];

        // Pieces of one draw lie together, so that a thread seldom draws anew.
        void Find(RetentionWork work, int piece)
        {
            (int draw, int stake) = Math.DivRem(piece, stakes);
            needed[stake * plan.Draws + draw] = WorstNeed(
                plan,
                plan.HonestStakes[stake],
                work.Subnet(draw, stake)
            );
        }
    }

    private static double WorstNeed(RetentionPlan plan, double honestStake, RetentionSubnet subnet)
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
