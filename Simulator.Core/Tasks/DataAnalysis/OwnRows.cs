namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>What the rows of a caller's own table must be, so that every model can learn them.</summary>
internal static class OwnRows
{
    // The squares of these, summed over a million rows, are far from what a double holds.
    private const double Largest = 1e15;

    /// <summary>Checks rows and targets.</summary>
    /// <exception cref="ArgumentException">They are no table to learn.</exception>
    public static void Check(
        bool isOfClasses,
        IReadOnlyList<double[]> features,
        IReadOnlyList<double> targets,
        int training
    )
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(targets);
        if (features.Count != targets.Count)
        {
            throw new ArgumentException(
                $"{features.Count} rows have {targets.Count} targets.",
                nameof(targets)
            );
        }
        if (training < 2 || training >= features.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(training),
                training,
                "At least two rows are there to train on, and one is left to ask about."
            );
        }
        if (features.Any(row => row.Length == 0 || row.Length != features[0].Length || !row.All(IsUsable)))
        {
            throw new ArgumentException(
                "Every row has as many features, at least one, each of at most 1e15.",
                nameof(features)
            );
        }
        if (!targets.All(target => isOfClasses ? target is 0 or 1 : IsUsable(target)))
        {
            throw new ArgumentException(
                isOfClasses ? "A class is 0 or 1." : "A target is a number of at most 1e15.",
                nameof(targets)
            );
        }
        if (targets.Take(training).Distinct().Count() < 2)
        {
            throw new ArgumentException(
                "The targets of all rows to train on are the same: there is nothing to learn.",
                nameof(targets)
            );
        }
    }

    private static bool IsUsable(double number) => Math.Abs(number) <= Largest;
}
