using System.Collections.Immutable;
using Simulator.Core.Units;

namespace Simulator.Core.Metrics;

/// <summary>Every headline metric, in the order in which results list them.</summary>
public static class MetricCatalog
{
    private const string Miner = "miner";
    private const string Validator = "validator";
    private const string SoFar = "since the start";
    private const string InAnEpoch = "in one epoch";

    /// <summary>Points of a model that is always right.</summary>
    private const double Points = 100;

    /// <summary>Columns by which miners that pay for work differ from those whose work is not counted.</summary>
    private static readonly string[] Paid = ["compute_usd", "energy_usd", "other_usd", "provider_usd"];

    /// <summary>The metrics.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        new(
            "incentive_share",
            "share",
            "Share of all incentive that these miners get.",
            Miner,
            e => Share(e, "incentive")
        ),
        new(
            "incentive_per_miner",
            "share",
            "Share of all incentive that one of these miners gets on average.",
            Miner,
            e => Share(e, "incentive") / e.Count
        ),
        new(
            "model_quality",
            "share",
            "Mean score of the models of these miners on held-out questions: the share answered right, where answers are right or wrong.",
            Miner,
            e => Mean(e.Members("model_quality"))
        ),
        new(
            "median_quality",
            "share",
            "Median score of the models of these miners on held-out questions.",
            Miner,
            e => Median.Of(e.Members("model_quality"))
        ),
        new(
            "rank_agreement",
            "correlation",
            "Spearman's rank correlation between model quality and incentive of these miners.",
            Miner,
            e => RankCorrelation.Spearman(e.Members("model_quality"), e.Members("incentive"))
        ),
        new(
            "costs_per_miner",
            "USD",
            "What one of these miners has spent on average since it came; nothing where nobody pays for machines or data.",
            Miner,
            e => HasCosts(e) ? Mean(Costs(e)) : double.NaN
        ),
        new(
            "profit_per_miner",
            "USD",
            "What is left to one of these miners on average of its income since it came; nothing where nobody pays for machines or data.",
            Miner,
            e => HasCosts(e) ? Mean(e.Members("income_usd")) - Mean(Costs(e)) : double.NaN
        ),
        new(
            "usd_per_quality",
            "USD",
            "What the subnet has paid these miners, for each point (a hundredth) of model quality that they have together; nothing where nobody pays for machines or data.",
            Miner,
            e =>
                HasCosts(e)
                    ? Ratio(e.Members("income_usd").Sum(), Points * Known(e.Members("model_quality")).Sum())
                    : double.NaN
        ),
        new(
            "score_error",
            "share",
            "Median standard error of the mean score that one of these miners was given since the last epoch.",
            Miner,
            e => Median.Of(e.Members("score_error"))
        ),
        new(
            "separated_pairs",
            "share",
            "Share of pairs of neighbours in quality that mean scores since the last epoch put in this order, further apart than chance explains.",
            Miner,
            e =>
                Separated(
                    NeighbourPair.Of(e.Members("model_quality"), e.Members("score"), e.Members("score_error"))
                )
        ),
        new(
            "dividend_share",
            "share",
            "Share of all dividends that these validators get.",
            Validator,
            e => Share(e, "dividends")
        ),
        new(
            "dividend_per_stake",
            "alpha per alpha",
            "Alpha that these validators get in one epoch for each alpha of their stake.",
            Validator,
            e => Ratio(e.MembersOfEveryMechanism("emission").Sum(), e.Members("stake").Sum())
        ),
        new(
            "vtrust",
            "share",
            "Mean validator trust of these validators: how much of their weights consensus upholds.",
            Validator,
            e => Mean(e.Members("vtrust")) / PerU16.One
        ),
        new("neurons", "", "Slots in use.", null, e => e.Of("neurons")),
        new(
            "gini_incentive",
            "share",
            "Gini coefficient of incentive over miners; 0 is equal, 1 is all for one.",
            null,
            e => e.Of("gini_incentive")
        ),
        new(
            "top10_incentive",
            "share",
            "Share of incentive that the ten best paid miners get.",
            null,
            e => e.Of("top10_incentive")
        ),
        new("registrations", SoFar, "Registrations since the start.", null, e => e.Total("registered")),
        new("prunings", SoFar, "Neurons that lost their slot since the start.", null, e => e.Total("pruned")),
        new(
            "prunings_after_immunity",
            SoFar,
            "Neurons that lost their slot since the start after their immunity had ended.",
            null,
            e => e.Total("pruned_free")
        ),
        new(
            "reveals_per_validator",
            InAnEpoch,
            "Weights that became public since the last epoch, for each validator.",
            null,
            e => Ratio(e.Of("revealed"), e.CountOf(Validator))
        ),
        new(
            "rejections",
            SoFar,
            "Extrinsics that the chain refused since the start.",
            null,
            e => e.Total("rejected")
        ),
        new(
            "late_answers",
            InAnEpoch,
            "Answers after the deadline since the last epoch.",
            null,
            e => e.Of("late_answers")
        ),
        new(
            "failed_answers",
            InAnEpoch,
            "Answers on which a model broke since the last epoch.",
            null,
            e => e.Of("failed_answers")
        ),
        new("burn", "TAO", "Price of a registration.", null, e => e.Of("burn") / Tao.RaoPerTao),
    ];

    /// <summary>The metric of a name, or null.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    private static double Share(EpochSlice epoch, string column) =>
        Ratio(epoch.Members(column).Sum(), epoch.All(column).Sum());

    private static double Separated(IReadOnlyList<NeighbourPair> pairs) =>
        Ratio(pairs.Count(pair => pair.IsSeparated), pairs.Count);

    private static double Mean(double[] values)
    {
        double[] known = Known(values);
        return Ratio(known.Sum(), known.Length);
    }

    private static double[] Known(double[] values) => Array.FindAll(values, v => !double.IsNaN(v));

    // Asked of all miners: beside some who pay for work, others have their slots as their only cost.
    private static bool HasCosts(EpochSlice e) =>
        Paid.Any(column => e.All(column, Miner).Any(usd => usd != 0));

    private static double[] Costs(EpochSlice e) =>
        [
            .. Enumerable
                .Zip(e.Members("compute_usd"), e.Members("energy_usd"), e.Members("entry_usd"))
                .Zip(e.Members("other_usd"), (cost, other) => cost.First + cost.Second + cost.Third + other),
        ];

    private static double Ratio(double part, double whole) => whole == 0 ? double.NaN : part / whole;
}
