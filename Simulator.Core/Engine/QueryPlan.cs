using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>How validators question miners.</summary>
public sealed record QueryPlan
{
    /// <summary>Blocks from one round of questions of a validator to its next; at least 1.</summary>
    public BlockSpan Interval { get; init; } = new(60);

    /// <summary>Questions to each miner in one round, in [1, 1,024].</summary>
    public int Questions { get; init; } = 16;

    /// <summary>Ticks (milliseconds) after which an answer is late and scores 0, in [1, 12,000].</summary>
    public long Deadline { get; init; } = 4_000;

    /// <summary>Held-out questions that all validators draw from in one tempo, in [1, 100,000]; a task with fewer gives all it has.</summary>
    public int Pool { get; init; } = 128;

    /// <summary>Held-out questions on which every model is measured at each epoch, in [1, 100,000].</summary>
    public int Measured { get; init; } = 1_000;

    /// <summary>Share of the held-out questions whose answers leaked, in [0, 1]: the same ones for the whole run.</summary>
    public double Leaked { get; init; }

    /// <summary>Everything that is out of range.</summary>
    /// <param name="path">Where this stands in the description.</param>
    public IEnumerable<Problem> Problems(string path)
    {
        if (Leaked is not (>= 0 and <= 1))
        {
            yield return new(
                $"{path}.leaked",
                string.Create(CultureInfo.InvariantCulture, $"{Leaked} is not a share in [0, 1]")
            );
        }
        foreach (
            (string name, decimal value, decimal least, decimal most) in new[]
            {
                ("interval", (decimal)Interval.Length, 1m, 1_000_000m),
                ("questions", Questions, 1, 1_024),
                ("deadline", Deadline, 1, SimTime.TicksPerBlock),
                ("pool", Pool, 1, 100_000),
                ("measured", Measured, 1, 100_000),
            }
        )
        {
            if (value < least || value > most)
            {
                yield return new(
                    $"{path}.{name}",
                    string.Create(CultureInfo.InvariantCulture, $"{value} is outside {least} to {most}")
                );
            }
        }
    }
}
