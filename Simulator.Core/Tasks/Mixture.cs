namespace Simulator.Core.Tasks;

/// <summary>How many questions of each world make up a mixture of both.</summary>
/// <param name="Before">Of the world as it was.</param>
/// <param name="Later">Of the world to which it moves.</param>
internal readonly record struct Mixture(int Before, int Later)
{
    // Of a number that rounding left just below a whole one.
    private const double Rounding = 1e-9;

    /// <summary>The largest mixture that has the share asked for: where one world has too few questions, fewer of the other are
    /// taken too.</summary>
    /// <param name="task">Whose held-out questions there are.</param>
    /// <param name="most">Questions at most.</param>
    /// <param name="share">Share that are of the later world, in [0, 1].</param>
    public static Mixture Of(ITask task, int most, double share)
    {
        int before = task.HeldOut.Count,
            later = task.HeldOutLater.Count;
        if (share <= 0 || later == 0)
        {
            return new(Math.Min(most, before), 0);
        }
        double enough = Math.Min(most, later / share);
        if (share < 1)
        {
            enough = Math.Min(enough, before / (1 - share));
        }
        int all = (int)(enough + Rounding),
            ofLater = Math.Min((int)(all * share + Rounding), later);
        return new(Math.Min(all - ofLater, before), ofLater);
    }

    /// <summary>Size of the single world of which an equal number of questions would be as sure a sample as this one is of both.</summary>
    /// <remarks>With p of P questions drawn from the H that a world holds out: 1 / Σ (p / P)² / H. The variance of the mean of
    /// P scores is then v (1 / P − Σ (p / P)² / H), v being the variance of one, as it is for samples of fixed parts.</remarks>
    /// <param name="task">Whose held-out questions they were drawn from.</param>
    /// <returns>The number held out itself where all are of one world; 0 of no questions.</returns>
    public double HeldOutAlike(ITask task)
    {
        int before = task.HeldOut.Count,
            later = task.HeldOutLater.Count;
        if (Later == 0 || Before == 0)
        {
            return Before > 0 ? before
                : Later > 0 ? later
                : 0;
        }
        double all = Before + Later,
            ofBefore = Before / all,
            ofLater = Later / all;
        return 1 / (ofBefore * ofBefore / before + ofLater * ofLater / later);
    }
}
