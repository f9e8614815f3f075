using System.Collections.Immutable;
using Simulator.Core.Studies.Replays;
using Simulator.Scenarios.Metagraphs;

namespace Simulator.Scenarios.Studies.Replays;

/// <summary>Makes the series that rules are run on of what files hold.</summary>
internal static class SeriesOf
{
    /// <summary>Validators in the order in which they first take part; who is absent has stake 0 and a row of zeros.</summary>
    public static ReplaySeries Metagraph(Metagraph source)
    {
        ImmutableArray<string> validators = source.Validators;
        int miners = source.Miners.Length;
        ReplayEpoch[] epochs = new ReplayEpoch[source.Epochs.Length];
        for (int e = 0; e < epochs.Length; e++)
        {
            // Epochs that are alike share their rows, and so the matrix made of them.
            epochs[e] =
                e > 0 && source.Epochs[e].Validators == source.Epochs[e - 1].Validators
                    ? epochs[e - 1]
                    : Epoch(source.Epochs[e], validators, miners);
        }
        return new()
        {
            Validators = validators,
            Miners = source.Miners,
            Epochs = [.. epochs],
            BaseValidator = source.BaseValidator is { } name ? validators.IndexOf(name) : 0,
            Reset = source.Reset is { } reset ? new(reset.MinerIndex, reset.Epoch) : null,
        };
    }

    private static ReplayEpoch Epoch(MetagraphEpoch epoch, ImmutableArray<string> validators, int miners)
    {
        double[] weights = new double[validators.Length * miners];
        double[] stakes = new double[validators.Length];
        List<int> absent = [];
        Dictionary<string, ValidatorRow> rows = epoch.Validators.ToDictionary(
            row => row.Hotkey,
            StringComparer.Ordinal
        );
        for (int v = 0; v < validators.Length; v++)
        {
            if (rows.TryGetValue(validators[v], out ValidatorRow? row))
            {
                stakes[v] = row.Stake;
                row.Weights.CopyTo(weights, v * miners);
            }
            else
            {
                absent.Add(v);
            }
        }
        return new([.. weights], [.. stakes], [.. absent]);
    }
}
