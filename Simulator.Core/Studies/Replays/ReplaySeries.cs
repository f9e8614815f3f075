using System.Collections.Immutable;
using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Replays;

/// <summary>Stakes and weights of one subnet over epochs, which variants of the rules are run on.</summary>
public sealed record ReplaySeries
{
    /// <summary>Names of the validators, V of them, in the order of the rows.</summary>
    public required ImmutableArray<string> Validators { get; init; }

    /// <summary>Names of the miners, M of them, in the order of the columns.</summary>
    public required ImmutableArray<string> Miners { get; init; }

    /// <summary>The epochs in order; at least one. Epochs that are alike may share their memory.</summary>
    public required ImmutableArray<ReplayEpoch> Epochs { get; init; }

    /// <summary>Row of the validator that others are compared with.</summary>
    public int BaseValidator { get; init; }

    /// <summary>The reset of a miner's bonds; null for none.</summary>
    public ReplayReset? Reset { get; init; }

    /// <summary>Every mistake of the series.</summary>
    /// <param name="path">Where it stands.</param>
    internal IEnumerable<Problem> Problems(string path)
    {
        if (Validators.IsDefaultOrEmpty || Miners.IsDefaultOrEmpty || Epochs.IsDefaultOrEmpty)
        {
            return [new(path, "needs at least one validator, one miner and one epoch")];
        }
        return
        [
            .. Outside($"{path}.base_validator", BaseValidator, Validators.Length),
            .. Reset is { } reset
                ?
                [
                    .. Outside($"{path}.reset.miner", reset.Miner, Miners.Length),
                    .. Outside($"{path}.reset.epoch", reset.Epoch, Epochs.Length),
                ]
                : (IEnumerable<Problem>)[],
            .. Epochs.SelectMany((epoch, e) => OfEpoch($"{path}.epochs[{e}]", epoch)),
        ];
    }

    private IEnumerable<Problem> OfEpoch(string path, ReplayEpoch epoch)
    {
        if (epoch.Weights.Length != Validators.Length * Miners.Length)
        {
            yield return new(
                $"{path}.weights",
                $"{epoch.Weights.Length} numbers are not {Validators.Length} rows of {Miners.Length}"
            );
        }
        else if (Bad(epoch.Weights) is { } weight)
        {
            yield return new($"{path}.weights[{weight}]", Refused(epoch.Weights[weight]));
        }
        if (epoch.Stakes.Length != Validators.Length)
        {
            yield return new($"{path}.stakes", $"{epoch.Stakes.Length} numbers are not {Validators.Length}");
        }
        else if (Bad(epoch.Stakes) is { } stake)
        {
            yield return new($"{path}.stakes[{stake}]", Refused(epoch.Stakes[stake]));
        }
        else if (!(epoch.Stakes.Sum() > 0))
        {
            yield return new($"{path}.stakes", "nobody has stake: there is no majority of it");
        }
        foreach (int absent in epoch.Absent.Where(row => row < 0 || row >= Validators.Length))
        {
            yield return new($"{path}.absent", $"{absent} is no row of the {Validators.Length} validators");
        }
    }

    private static int? Bad(ImmutableArray<double> amounts)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            if (!(double.IsFinite(amounts[i]) && amounts[i] >= 0))
            {
                return i;
            }
        }
        return null;
    }

    private static string Refused(double amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:R} is not a finite number of at least 0");

    private static IEnumerable<Problem> Outside(string path, int value, int below)
    {
        if (value < 0 || value >= below)
        {
            yield return new(path, $"{value} is not in [0, {below - 1}]");
        }
    }
}
