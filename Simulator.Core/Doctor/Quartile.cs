namespace Simulator.Core.Doctor;

/// <summary>The 25th percentile of many runs: of what others do on the machine little is left.</summary>
internal static class Quartile
{
    /// <summary>Runs candidates by turns, so that all meet the same machine, in processor time of the thread.</summary>
    /// <param name="runs">Runs of each.</param>
    /// <param name="candidates">What is measured.</param>
    /// <returns>Seconds of each.</returns>
    public static double[] InTurns(int runs, params Action[] candidates) => InTurns(runs, 0, candidates);

    /// <summary>
    /// The same, where every run that is timed comes right after one of its kind that is not: what it needs is in the caches
    /// and predictors as in a run of many epochs, whatever its neighbour in the table does.
    /// </summary>
    public static double[] InWarmTurns(int runs, params Action[] candidates) => InTurns(runs, 1, candidates);

    private static double[] InTurns(int runs, int untimed, Action[] candidates)
    {
        double[][] seconds = [.. candidates.Select(_ => new double[runs])];
        for (int run = -runs / 3; run < runs; run++)
        {
            for (int k = 0; k < candidates.Length; k++)
            {
                for (int before = 0; before < untimed; before++)
                {
                    candidates[k]();
                }
                double start = ThreadClock.Seconds;
                candidates[k]();
                if (run >= 0)
                {
                    seconds[k][run] = ThreadClock.Seconds - start;
                }
            }
        }
        return [.. seconds.Select(x => Of(x))];
    }

    /// <summary>The 25th percentile of measurements.</summary>
    public static double Of(IReadOnlyCollection<double> seconds) =>
        seconds.Order().ElementAt(seconds.Count / 4);
}
