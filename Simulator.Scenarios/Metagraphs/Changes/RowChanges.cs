using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs.Changes;

/// <summary>Moves rows of weights between epochs, and takes validators out.</summary>
internal static class RowChanges
{
    /// <summary>One validator runs one epoch ahead: its row of each epoch is its row of the next; the last stays.</summary>
    /// <remarks>
    /// As the Python package's "shifted validator": only the row moves, the stake stays, and epochs in which the
    /// validator or its next row is missing stay as they are.
    /// </remarks>
    public static Metagraph Shifted(Metagraph series, string hotkey) =>
        series with
        {
            Epochs =
            [
                .. series.Epochs.Select(
                    (epoch, e) =>
                        e + 1 < series.Epochs.Length
                        && epoch.Find(hotkey) is not null
                        && series.Epochs[e + 1].Find(hotkey) is { } next
                            ? WithRow(epoch, hotkey, next.Weights)
                            : epoch
                ),
            ],
        };

    /// <summary>Weights count some epochs late: the row of each epoch is that of <paramref name="delay"/> epochs before.</summary>
    /// <remarks>
    /// The first epochs take the row of epoch 0. Where a validator took no part so long ago, the first row that it has
    /// since is taken.
    /// </remarks>
    /// <param name="series">The series.</param>
    /// <param name="hotkey">The validator; null for every one.</param>
    /// <param name="delay">Number of epochs.</param>
    public static Metagraph Delayed(Metagraph series, string? hotkey, int delay) =>
        series with
        {
            Epochs =
            [
                .. series.Epochs.Select(
                    (epoch, e) =>
                        epoch.WithRows(row =>
                            hotkey is null || row.Hotkey == hotkey
                                ? row with
                                {
                                    Weights = Oldest(series, row.Hotkey, Math.Max(0, e - delay)),
                                }
                                : row
                        )
                ),
            ],
        };

    /// <summary>Takes validators out of every epoch.</summary>
    public static Metagraph Without(Metagraph series, IReadOnlyCollection<string> hotkeys) =>
        series with
        {
            BaseValidator = hotkeys.Contains(series.BaseValidator) ? null : series.BaseValidator,
            Epochs =
            [
                .. series.Epochs.Select(epoch =>
                    epoch with
                    {
                        Validators = [.. epoch.Validators.Where(row => !hotkeys.Contains(row.Hotkey))],
                    }
                ),
            ],
        };

    /// <summary>The first epochs of a series; where there are fewer, the last one is held.</summary>
    public static Metagraph Lasting(Metagraph series, int epochs) =>
        series with
        {
            Epochs =
            [
                .. Enumerable
                    .Range(0, epochs)
                    .Select(e => series.Epochs[Math.Min(e, series.Epochs.Length - 1)]),
            ],
        };

    private static MetagraphEpoch WithRow(
        MetagraphEpoch epoch,
        string hotkey,
        ImmutableArray<double> weights
    ) => epoch.WithRows(row => row.Hotkey == hotkey ? row with { Weights = weights } : row);

    private static ImmutableArray<double> Oldest(Metagraph series, string hotkey, int from)
    {
        int epoch = from;
        ValidatorRow? row;
        while ((row = series.Epochs[epoch].Find(hotkey)) is null)
        {
            epoch++;
        }
        return row.Weights;
    }
}
