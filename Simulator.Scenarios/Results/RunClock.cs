namespace Simulator.Scenarios.Results;

/// <summary>Measures a run for its manifest; it starts when it is made.</summary>
/// <param name="time">Where the time comes from.</param>
public sealed class RunClock(TimeProvider time)
{
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private readonly long _from = time.GetTimestamp();

    /// <summary>The times of a run that ends now.</summary>
    public RunTimes Stop()
    {
        double seconds = time.GetElapsedTime(_from).TotalSeconds;
        return new RunTimes(_started, time.GetUtcNow(), Math.Round(seconds, 3));
    }
}
