using System.Text.Json;
using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Studies.Replays;
using Simulator.Core.Units;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Changes;
using Simulator.Scenarios.Studies.Replays;
using Simulator.Scenarios.Verification;
using Simulator.Scenarios.Verification.Yuma;

namespace Simulator.Scenarios.Sections;

/// <summary>Turns a section <c>replay</c> and its source into the plan of a replay.</summary>
internal sealed class ReplayBuilder
{
    private const double ShareSum = 1 + 1e-6;
    private const double SubnetOfShares = 1_000_000;

    private readonly ReplaySection _section;
    private readonly Metagraph _source;
    private readonly JsonDocument _settings;
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<(string?, int, string?), ReplaySeries> _series = [];
    private readonly YumaSettings _overrides;

    private ReplayBuilder(ReplaySection section, Metagraph source)
    {
        (_section, _source) = (section, source);
        string members = string.Join(
            ", ",
            source.Overrides.Select(o => $"{JsonSerializer.Serialize(o.Key)}: {o.Value}")
        );
        _settings = JsonDocument.Parse($"{{{members}}}");
        _overrides = YumaSettings.Read(
            new Field("", _settings.RootElement),
            message => _problems.Add(new("replay.source", $"config_overrides: {message}"))
        );
    }

    /// <summary>The plan, and every mistake of it by path.</summary>
    /// <param name="section">The section, with its variants.</param>
    /// <param name="source">What its source holds.</param>
    public static (ReplayPlan Plan, IEnumerable<Problem> Problems) Of(ReplaySection section, Metagraph source)
    {
        ReplayBuilder builder = new(section, source);
        ReplayPlan plan = new() { Variants = [.. section.Variants.Select(builder.Variant)] };
        builder._settings.Dispose();
        return (plan, [.. builder._problems, .. plan.Problems("replay")]);
    }

    private ReplayVariant Variant(ReplayVariantSection variant, int index)
    {
        ReplayRule rule = variant.Head.Rule;
        PaperParameters parameters = _overrides.Over(
            variant.Parameters.Over(
                _section.Parameters.Over(
                    rule.Defaults with
                    {
                        TotalSubnetStake = IsInShares() ? SubnetOfShares : 1,
                    }
                )
            )
        );
        return new()
        {
            Label = variant.Label,
            Rule = rule,
            Parameters = parameters,
            Series = Series(variant.Head, index),
            HasResets = variant.Head.Resets ?? _section.Resets,
            FullMatrix = variant.Head.FullMatrix ?? _section.FullMatrix,
            Remark = Remark(rule),
        };
    }

    private string Remark(ReplayRule rule)
    {
        string[] missing = [.. _source.Overrides.Select(o => o.Key).Where(key => !rule.Reads.Contains(key))];
        return rule.Arithmetic == ReplayRule.Chain && missing.Length > 0
            ? $"without the source's {Show.Names(missing)}, which the chain does not have"
            : "";
    }

    private bool IsInShares() => _source.Epochs.All(e => e.Validators.Sum(row => row.Stake) <= ShareSum);

    private ReplaySeries Series(ReplayVariantHead head, int index)
    {
        string path = Show.Path("replay.variants", index);
        string? shifted = head.Shifted is { } own
            ? Validator(own, $"{path}.shifted")
            : Validator(_section.Shifted, "replay.shifted");
        int delay = head.Delayed ?? _section.Delayed ?? 0;
        string? late = head.DelayedValidator is { } ownLate
            ? Validator(ownLate, $"{path}.delayed_validator")
            : Validator(_section.DelayedValidator, "replay.delayed_validator");
        // Variants of the same changes share the series.
        if (!_series.TryGetValue((shifted, delay, late), out ReplaySeries? series))
        {
            Metagraph changed = shifted is null ? _source : RowChanges.Shifted(_source, shifted);
            changed = delay == 0 ? changed : RowChanges.Delayed(changed, late, delay);
            series = SeriesOf.Metagraph(changed);
            _series.Add((shifted, delay, late), series);
        }
        return series;
    }

    private string? Validator(string? key, string path)
    {
        if (key is null)
        {
            return null;
        }
        string? hotkey = ValidatorNames.Find(_source, key, out string complaint);
        if (hotkey is null && !_problems.Any(known => known.Path == path))
        {
            _problems.Add(new(path, complaint));
        }
        return hotkey;
    }
}
