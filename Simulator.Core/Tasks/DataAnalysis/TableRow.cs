namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>One row as its file gives it, before any scaling.</summary>
/// <param name="Features">What a model may look at.</param>
/// <param name="Target">What it has to say: a number, or class 0 or 1.</param>
internal sealed record TableRow(double[] Features, double Target)
{
    /// <summary>Last known value of the target; only forecasts have one.</summary>
    public double Latest { get; init; }

    /// <summary>When and where the target falls; only forecasts say so.</summary>
    public CalendarDay Day { get; init; }
}
