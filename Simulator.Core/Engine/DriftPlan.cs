using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>When the world moves of which a <see cref="Tasks.DriftingTask"/> tells.</summary>
public sealed record DriftPlan
{
    /// <summary>Epochs before it begins to move, in [0, 1,000,000].</summary>
    public int From { get; init; } = 10;

    /// <summary>Epochs until it has moved, in [1, 1,000,000].</summary>
    public int Over { get; init; } = 20;

    /// <summary>The share of questions that are of the later world, in [0, 1]: it grows evenly.</summary>
    /// <param name="epoch">Whole epochs so far.</param>
    public double ShareAt(ulong epoch) => Math.Clamp(((double)epoch - From) / Over, 0, 1);

    /// <summary>Everything that is out of range.</summary>
    /// <param name="path">Where this stands in the description.</param>
    public IEnumerable<Problem> Problems(string path)
    {
        foreach ((string name, int value, int least) in new[] { ("from", From, 0), ("over", Over, 1) })
        {
            if (value < least || value > PlanRules.MostEpochs)
            {
                yield return new(
                    $"{path}.{name}",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{value} is outside {least} to {PlanRules.MostEpochs}"
                    )
                );
            }
        }
    }
}
