using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Changes;

namespace Simulator.Cli.Commands;

/// <summary>The options of <c>sim import metagraph</c>, each with its own message for a wrong value.</summary>
internal static class ImportOptions
{
    private const string Key = "UID|HOTKEY";

    /// <summary>Least stake of a validator.</summary>
    public static Option<double?> MinStake() =>
        new("--min-stake")
        {
            Description = "Least stake of a validator in TAO; 1000 for snapshots, none for a replay file.",
            HelpName = "STAKE",
            CustomParser = result => Amount(result, Token(result)),
        };

    /// <summary>Neurons that are validators whatever their stake.</summary>
    public static Option<AddedValidator[]> Add() =>
        new("--add")
        {
            Description = "A neuron that is a validator whatever its stake; may be repeated.",
            HelpName = $"{Key}[,stake=S]",
            CustomParser = result => [.. result.Tokens.Select(t => Added(result, t.Value))],
            DefaultValueFactory = _ => [],
        };

    /// <summary>Validators that are left out.</summary>
    public static Option<string[]> Drop() =>
        new("--drop")
        {
            Description = "A validator to leave out; may be repeated.",
            HelpName = Key,
            DefaultValueFactory = _ => [],
        };

    /// <summary>Number of epochs.</summary>
    public static Option<int?> Epochs() =>
        new("--epochs")
        {
            Description = "The first N epochs; where there are fewer, the last one is held.",
            HelpName = "N",
            CustomParser = result => ScenarioOptions.Whole(result, 1, MetagraphLimits.Epochs),
        };

    /// <summary>The validator that runs ahead.</summary>
    public static Option<string?> Shifted() =>
        new("--shifted")
        {
            Description = "A validator whose weights of each epoch become those of its next; the last stay.",
            HelpName = Key,
        };

    /// <summary>Whose weights come late.</summary>
    public static Option<DelayPlan?> Delayed() =>
        new("--delayed")
        {
            Description =
                "Weights come K epochs late, those of all validators or of one; the first K epochs have epoch 0's.",
            HelpName = $"[{Key}=]K",
            CustomParser = result => Late(result, Token(result)),
        };

    /// <summary>Copiers that join.</summary>
    public static Option<CopierPlan[]> Copiers() =>
        new("--add-copier")
        {
            Description =
                "A validator that sets the consensus of D epochs before, nothing in the first D; may be repeated.",
            HelpName = "delay=D,stake=S",
            CustomParser = result => [.. result.Tokens.Select(t => Copier(result, t.Value))],
            DefaultValueFactory = _ => [],
        };

    private static string Token(ArgumentResult result) =>
        result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static AddedValidator Added(ArgumentResult result, string text)
    {
        string[] parts = text.Split(",stake=");
        return parts.Length switch
        {
            1 => new(text, null),
            2 => new(parts[0], Amount(result, parts[1])),
            _ => Wrong<AddedValidator>(result, text, $"{Key} or {Key},stake=S") ?? new(text, null),
        };
    }

    private static DelayPlan? Late(ArgumentResult result, string text)
    {
        int cut = text.LastIndexOf('=');
        return IsEpochs(text[(cut + 1)..], out int epochs)
            ? new(cut < 0 ? null : text[..cut], epochs)
            : Wrong<DelayPlan>(result, text, $"K or {Key}=K with K from 0 to {MetagraphLimits.Epochs}");
    }

    private static CopierPlan Copier(ArgumentResult result, string text)
    {
        string[] parts = text.Split(',');
        if (
            parts is [var delay, var stake]
            && delay.StartsWith("delay=", StringComparison.Ordinal)
            && stake.StartsWith("stake=", StringComparison.Ordinal)
            && IsEpochs(delay["delay=".Length..], out int epochs)
        )
        {
            return new(epochs, Amount(result, stake["stake=".Length..]) ?? 0);
        }
        return Wrong<CopierPlan>(result, text, $"delay=D,stake=S with D from 0 to {MetagraphLimits.Epochs}")
            ?? new(0, 0);
    }

    private static bool IsEpochs(string text, out int epochs) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out epochs)
        && epochs <= MetagraphLimits.Epochs;

    private static double? Amount(ArgumentResult result, string text)
    {
        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
            && value >= 0
        )
        {
            return value;
        }
        Wrong<string>(result, text, "a finite number of at least 0");
        return null;
    }

    private static T? Wrong<T>(ArgumentResult result, string text, string allowed)
        where T : class
    {
        string name = ((OptionResult)result.Parent!).Option.Name;
        result.AddError($"{name}: {Show.Quoted(text)} is not {allowed}");
        return null;
    }
}
