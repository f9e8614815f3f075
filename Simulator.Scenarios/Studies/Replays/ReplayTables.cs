using Simulator.Core.Metrics;
using Simulator.Core.Studies.Replays;

namespace Simulator.Scenarios.Studies.Replays;

/// <summary>The tables of a replay.</summary>
internal static class ReplayTables
{
    /// <summary>Name of the table of variants: what tells such a result from that of a world.</summary>
    public const string Variants = "replay_variants";

    /// <summary>Name of the table of sums over all epochs.</summary>
    public const string Totals = "replay_totals";

    /// <summary>Name of the table of validators.</summary>
    public const string Validators = "replay_validators";

    /// <summary>Name of the table of miners.</summary>
    public const string Miners = "replay_miners";

    /// <summary>Name of the table of weights and bonds.</summary>
    public const string Bonds = "replay_bonds";

    /// <summary>All of them, filled.</summary>
    public static Table[] Of(Replay replay)
    {
        Table[] tables = Empty();
        ReplayFocus foremost = ReplayFocus.Of(replay.Plan.Series);
        foreach (ReplayTrack track in replay.Tracks)
        {
            AddVariant(tables[0], track.Variant);
            AddTotals(tables[1], track);
            for (int e = 0; e < replay.Plan.Epochs; e++)
            {
                AddValidators(tables[2], track, e);
                AddMiners(tables[3], track, e);
                AddBonds(tables[4], track, e, replay.Focus, foremost);
            }
        }
        return tables;
    }

    /// <summary>All of them, empty.</summary>
    public static Table[] Empty() =>
        [
            new(
                Variants,
                "One row per variant: the rule, and what must be said of its numbers.",
                Variant(),
                Text("rule", "Id of the rule."),
                Text("name", "Name of the rule."),
                Text("arithmetic", "chain: fixed point, bit for bit; double: research rules."),
                Text("note", "What must be said of the numbers; empty for nothing.")
            ),
            new(
                Totals,
                "One row per variant and validator: dividends over all epochs.",
                Variant(),
                Validator(),
                Number("total_dividend", "TAO", "Dividends for 1000 TAO of stake, added up over all epochs."),
                Number("percent_vs_base", "percent", "By how much that is above the base validator's."),
                Flag("is_base", "Whether others are compared with this one.")
            ),
            new(
                Validators,
                "One row per variant, epoch and validator.",
                Variant(),
                Epoch(),
                Validator(),
                Flag("is_present", "Whether it takes part in the epoch."),
                Number("stake", "as the source", "Stake, as the source gives it."),
                Number("stake_share", "share", "Share of the stake of all validators."),
                Number("dividend", "share", "Share of the validators' reward."),
                Number("dividend_per_1000", "TAO", "What 1000 TAO of its stake earn."),
                Number("relative_dividend", "share", "dividend less stake_share."),
                Number(
                    "vtrust",
                    "share",
                    "Part of its weight that is left after clipping; NaN for a row of zeros, and without consensus."
                )
            ),
            new(
                Miners,
                "One row per variant, epoch and miner.",
                Variant(),
                Epoch(),
                Miner(),
                Number("consensus", "share", "Consensus weight; NaN where no miner has one."),
                Number("incentive", "share", "Share of the miners' reward.")
            ),
            new(
                Bonds,
                "One row per variant, epoch, validator and miner: the foremost of a large subnet, or all with --weights.",
                Variant(),
                Epoch(),
                Validator(),
                Miner(),
                Number("weight", "as the source", "Weight that the variant is given, not normalised."),
                Number("bond", "the rule's own", "Bond after the epoch, as the rule remembers it."),
                Number("bond_share", "share", "The same as a share of all bonds on the miner."),
                Flag("is_foremost", "Whether the page draws it.")
            ),
        ];

    private static void AddVariant(Table table, ReplayVariant variant)
    {
        table["variant"].Add(variant.Label);
        table["rule"].Add(variant.Rule.Id);
        table["name"].Add(variant.Rule.Name);
        table["arithmetic"].Add(variant.Rule.Arithmetic);
        table["note"].Add(variant.Note);
    }

    private static void AddTotals(Table table, ReplayTrack track)
    {
        ReplaySeries series = track.Variant.Series;
        for (int v = 0; v < series.Validators.Length; v++)
        {
            table["variant"].Add(track.Variant.Label);
            table["validator"].Add(series.Validators[v]);
            table["total_dividend"].Add(track.Total(v));
            table["percent_vs_base"].Add(track.PercentAgainstBase(v));
            table["is_base"].Add(v == series.BaseValidator);
        }
    }

    private static void AddValidators(Table table, ReplayTrack track, int epoch)
    {
        ReplaySeries series = track.Variant.Series;
        ReplayEpoch given = series.Epochs[epoch];
        double stake = given.Stakes.Sum();
        for (int v = 0; v < series.Validators.Length; v++)
        {
            double trust = track.ValidatorTrust(epoch)[v];
            table["variant"].Add(track.Variant.Label);
            table["epoch"].Add((long)epoch);
            table["validator"].Add(series.Validators[v]);
            table["is_present"].Add(!given.Absent.Contains(v));
            table["stake"].Add(given.Stakes[v]);
            table["stake_share"].Add(given.Stakes[v] / stake);
            table["dividend"].Add(track.Dividends(epoch)[v]);
            table["dividend_per_1000"].Add(track.DividendsPer1000(epoch)[v]);
            table["relative_dividend"].Add(ReplayMetric.Relative(track, epoch, v));
            table["vtrust"].Add(track.IsDegenerate(epoch) || !double.IsFinite(trust) ? double.NaN : trust);
        }
    }

    private static void AddMiners(Table table, ReplayTrack track, int epoch)
    {
        ReplaySeries series = track.Variant.Series;
        for (int m = 0; m < series.Miners.Length; m++)
        {
            table["variant"].Add(track.Variant.Label);
            table["epoch"].Add((long)epoch);
            table["miner"].Add(series.Miners[m]);
            table["consensus"].Add(track.IsDegenerate(epoch) ? double.NaN : track.Consensus(epoch)[m]);
            table["incentive"].Add(track.Incentive(epoch)[m]);
        }
    }

    private static void AddBonds(
        Table table,
        ReplayTrack track,
        int epoch,
        ReplayFocus kept,
        ReplayFocus foremost
    )
    {
        ReplaySeries series = track.Variant.Series;
        ReplayEpoch given = series.Epochs[epoch];
        for (int v = 0; v < kept.Validators.Length; v++)
        {
            for (int m = 0; m < kept.Miners.Length; m++)
            {
                (int row, int column) = (kept.Validators[v], kept.Miners[m]);
                table["variant"].Add(track.Variant.Label);
                table["epoch"].Add((long)epoch);
                table["validator"].Add(series.Validators[row]);
                table["miner"].Add(series.Miners[column]);
                table["weight"].Add(given.Weights[row * series.Miners.Length + column]);
                table["bond"].Add(track.Bond(epoch, v, m));
                table["bond_share"].Add(track.BondShare(epoch, v, m));
                table["is_foremost"]
                    .Add(foremost.Validators.Contains(row) && foremost.Miners.Contains(column));
            }
        }
    }

    private static Column Variant() => Text("variant", "Label of the variant.");

    private static Column Validator() => Text("validator", "Name or hotkey of the validator.");

    private static Column Miner() => Text("miner", "Name or uid of the miner.");

    private static Column Epoch() => new("epoch", ColumnType.Int64, "", "Number of the epoch, from 0.");

    private static Column Text(string name, string meaning) => new(name, ColumnType.Text, "", meaning);

    private static Column Flag(string name, string meaning) => new(name, ColumnType.Bool, "", meaning);

    private static Column Number(string name, string unit, string meaning) =>
        new(name, ColumnType.Double, unit, meaning);
}
