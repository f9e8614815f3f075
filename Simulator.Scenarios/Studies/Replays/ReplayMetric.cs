using System.Collections.Immutable;
using Simulator.Core.Studies.Replays;

namespace Simulator.Scenarios.Studies.Replays;

/// <summary>A headline number of one validator or miner under one variant.</summary>
public sealed class ReplayMetric
{
    private readonly Func<ReplayTrack, int, IEnumerable<double>> _values;

    private ReplayMetric(
        string name,
        string unit,
        bool isOfMiners,
        string meaning,
        Func<ReplayTrack, int, IEnumerable<double>> values
    )
    {
        (Name, Unit, IsOfMiners, Meaning) = (name, unit, isOfMiners, meaning);
        _values = values;
    }

    /// <summary>Every metric, in the order in which results list them.</summary>
    public static ImmutableArray<ReplayMetric> All { get; } =
    [
        new(
            "total_dividend",
            "TAO",
            false,
            "Dividends for 1000 TAO of stake, added up over all epochs.",
            (track, row) => [track.Total(row)]
        ),
        new(
            "percent_vs_base",
            "percent",
            false,
            "By how much that total is above the base validator's.",
            (track, row) => [track.PercentAgainstBase(row)]
        ),
        new(
            "dividend",
            "share",
            false,
            "Share of the validators' reward.",
            (track, row) => Epochs(track).Select(e => track.Dividends(e)[row])
        ),
        new(
            "relative_dividend",
            "share",
            false,
            "The same less the share of stake.",
            (track, row) => Epochs(track).Select(e => Relative(track, e, row))
        ),
        new(
            "incentive",
            "share",
            true,
            "Share of the miners' reward.",
            (track, column) => Epochs(track).Select(e => track.Incentive(e)[column])
        ),
        new(
            "consensus",
            "share",
            true,
            "Consensus weight; epochs without any consensus have none.",
            (track, column) =>
                Epochs(track).Select(e => track.IsDegenerate(e) ? double.NaN : track.Consensus(e)[column])
        ),
    ];

    /// <summary>Name as scenarios write it.</summary>
    public string Name { get; }

    /// <summary>Unit in words.</summary>
    public string Unit { get; }

    /// <summary>Whether it is a number of miners; else it is one of validators.</summary>
    public bool IsOfMiners { get; }

    /// <summary>What it says, in one sentence.</summary>
    public string Meaning { get; }

    /// <summary>A validator's share of the dividends less its share of the stake.</summary>
    public static double Relative(ReplayTrack track, int epoch, int validator)
    {
        ArgumentNullException.ThrowIfNull(track);
        ImmutableArray<double> stakes = track.Variant.Series.Epochs[epoch].Stakes;
        return track.Dividends(epoch)[validator] - stakes[validator] / stakes.Sum();
    }

    /// <summary>The value at the last epoch, and the mean over all epochs that have one.</summary>
    /// <param name="track">The variant.</param>
    /// <param name="subject">Row of the validator, or column of the miner.</param>
    public (double Last, double Mean) Of(ReplayTrack track, int subject)
    {
        double[] values = [.. _values(track, subject)];
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        return (values[^1], known.Length == 0 ? double.NaN : known.Sum() / known.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static IEnumerable<int> Epochs(ReplayTrack track) =>
        Enumerable.Range(0, track.Variant.Series.Epochs.Length);
}
