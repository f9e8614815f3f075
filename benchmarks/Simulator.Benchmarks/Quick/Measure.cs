namespace Simulator.Benchmarks.Quick;

/// <summary>One measurement: the best of three after a warm-up, in processor time of the thread.</summary>
/// <param name="Seconds">Time of one operation.</param>
/// <param name="Bytes">Bytes allocated by one operation.</param>
internal readonly record struct Measure(double Seconds, double Bytes)
{
    private const int Repetitions = 3;
    private const int WarmUps = 40;

    /// <summary>Measures something that can be done as often as wanted.</summary>
    /// <param name="run">Does it so often.</param>
    /// <param name="operations">How often for one measurement.</param>
    public static Measure Of(Action<int> run, int operations)
    {
        // Often, so that everything is compiled with what its first calls have shown.
        for (int i = 0; i < WarmUps; i++)
        {
            run(Math.Max(operations / WarmUps, 1));
        }
        run(operations);
        double best = double.MaxValue;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Repetitions; i++)
        {
            double start = ThreadClock.Seconds;
            run(operations);
            best = Math.Min(best, ThreadClock.Seconds - start);
        }
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return new(best / operations, (double)bytes / operations / Repetitions);
    }
}
