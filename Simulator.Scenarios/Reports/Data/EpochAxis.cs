namespace Simulator.Scenarios.Reports.Data;

/// <summary>Which epochs charts over time show: all of a short run, evenly thinned ones of a long run.</summary>
internal sealed class EpochAxis
{
    /// <summary>More points than this would be drawn on top of each other.</summary>
    public const int MostPoints = 400;

    private readonly long[] _shown;

    /// <summary>The axis of a run.</summary>
    /// <param name="epochs">Numbers of all epochs, ascending.</param>
    public EpochAxis(long[] epochs)
    {
        Stride = Math.Max(1, (epochs.Length + MostPoints - 1) / MostPoints);
        // Counted back from the end, so that the last epoch, which tables and tiles speak of, is always shown.
        int points = (epochs.Length + Stride - 1) / Stride;
        _shown = new long[points];
        for (int i = 0; i < points; i++)
        {
            _shown[i] = epochs[epochs.Length - 1 - (points - 1 - i) * Stride];
        }
    }

    /// <summary>One epoch in so many is shown.</summary>
    public int Stride { get; }

    /// <summary>Numbers of the epochs shown, ascending.</summary>
    public ReadOnlySpan<long> Shown => _shown;

    /// <summary>Number of epochs shown.</summary>
    public int Points => _shown.Length;

    /// <summary>Position of an epoch among those shown; negative when it is not shown.</summary>
    public int PointOf(long epoch) => Array.BinarySearch(_shown, epoch);

    /// <summary>Position of the shown epoch that stands for an epoch: itself, or the next one.</summary>
    public int PointFor(long epoch)
    {
        int found = PointOf(epoch);
        return found >= 0 ? found : ~found;
    }
}
