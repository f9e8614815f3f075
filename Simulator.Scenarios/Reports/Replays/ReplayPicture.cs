using System.Collections.Immutable;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios.Reports.Replays;

/// <summary>What the page of a replay draws, read from its tables: the foremost validators and miners of every variant.</summary>
internal sealed class ReplayPicture
{
    private readonly Table _validators;
    private readonly Table _miners;
    private readonly Table _bonds;
    private readonly int _pairs;
    private readonly Dictionary<(string Validator, string Miner), int> _pairOf = [];

    /// <summary>The picture of a result.</summary>
    public ReplayPicture(RunResult result)
    {
        Table variants = result[ReplayTables.Variants];
        Table totals = result[ReplayTables.Totals];
        (_validators, _miners, _bonds) = (
            result[ReplayTables.Validators],
            result[ReplayTables.Miners],
            result[ReplayTables.Bonds]
        );
        Variants =
        [
            .. Enumerable
                .Range(0, variants.Rows)
                .Select(row => new ReplayPictureVariant(
                    row,
                    Text(variants, "variant", row),
                    Text(variants, "rule", row),
                    Text(variants, "name", row),
                    Text(variants, "arithmetic", row),
                    Text(variants, "note", row)
                )),
        ];
        int runs = Math.Max(1, Variants.Length * result.Epochs);
        AllValidators = Names(totals, "validator", totals.Rows / Math.Max(1, Variants.Length));
        AllMiners = Names(_miners, "miner", _miners.Rows / runs);
        Axis = new([.. Enumerable.Range(0, result.Epochs).Select(epoch => (long)epoch)]);
        Epochs = result.Epochs;
        _pairs = _bonds.Rows / runs;
        for (int pair = 0; pair < _pairs; pair++)
        {
            if (_bonds["is_foremost"].Values<bool>()[pair])
            {
                _pairOf.Add((Text(_bonds, "validator", pair), Text(_bonds, "miner", pair)), pair);
            }
        }
        Validators = [.. AllValidators.Where(name => _pairOf.Keys.Any(pair => pair.Validator == name))];
        Miners = [.. AllMiners.Where(name => _pairOf.Keys.Any(pair => pair.Miner == name))];
    }

    /// <summary>The variants.</summary>
    public ImmutableArray<ReplayPictureVariant> Variants { get; }

    /// <summary>Names of all validators.</summary>
    public ImmutableArray<string> AllValidators { get; }

    /// <summary>Names of all miners.</summary>
    public ImmutableArray<string> AllMiners { get; }

    /// <summary>Names of the validators that are drawn.</summary>
    public ImmutableArray<string> Validators { get; }

    /// <summary>Names of the miners that are drawn.</summary>
    public ImmutableArray<string> Miners { get; }

    /// <summary>The epochs that are drawn.</summary>
    public EpochAxis Axis { get; }

    /// <summary>Number of epochs.</summary>
    public int Epochs { get; }

    /// <summary>A column of the table of validators over the epochs that are drawn.</summary>
    public double[] OfValidator(ReplayPictureVariant variant, string validator, string column) =>
        Over(_validators, variant, AllValidators.Length, AllValidators.IndexOf(validator), column);

    /// <summary>A column of the table of miners over the epochs that are drawn.</summary>
    public double[] OfMiner(ReplayPictureVariant variant, string miner, string column) =>
        Over(_miners, variant, AllMiners.Length, AllMiners.IndexOf(miner), column);

    /// <summary>A column of the table of weights and bonds over the epochs that are drawn.</summary>
    public double[] OfPair(ReplayPictureVariant variant, string validator, string miner, string column) =>
        Over(_bonds, variant, _pairs, _pairOf[(validator, miner)], column);

    /// <summary>What all miners have together that are not drawn.</summary>
    public double[] OfOtherMiners(ReplayPictureVariant variant, string column)
    {
        double[] sum = new double[Axis.Points];
        foreach (string miner in AllMiners.Except(Miners))
        {
            double[] one = OfMiner(variant, miner, column);
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += one[i];
            }
        }
        return sum;
    }

    private double[] Over(Table table, ReplayPictureVariant variant, int perEpoch, int place, string column)
    {
        ReadOnlySpan<double> values = table[column].Values<double>();
        double[] shown = new double[Axis.Points];
        for (int i = 0; i < shown.Length; i++)
        {
            shown[i] = values[(variant.Index * Epochs + (int)Axis.Shown[i]) * perEpoch + place];
        }
        return shown;
    }

    private static ImmutableArray<string> Names(Table table, string column, int count) =>
        [.. table[column].Values<string>()[..count]];

    private static string Text(Table table, string column, int row) => table[column].Values<string>()[row];
}
