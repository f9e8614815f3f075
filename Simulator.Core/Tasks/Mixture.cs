namespace Simulator.Core.Tasks;

/// <summary>How many questions of each world make up a mixture of both.</summary>
/// <param name="Before">Of the world as it was.</param>
/// <param name="Later">Of the world to which it moves.</param>
internal readonly record struct Mixture(int Before, int Later)
{
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
        int all = (int)enough,
            ofLater = Math.Min((int)(all * share), later);
        return new(Math.Min(all - ofLater, before), ofLater);
    }
}
