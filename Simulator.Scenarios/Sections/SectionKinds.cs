using Simulator.Core.Chain;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The kinds of values that only scenario sections have.</summary>
internal static class SectionKinds
{
    /// <summary>The version of the format.</summary>
    public const string Version = "sim/v1";

    // Made anew at each use: sections and kinds refer to each other, and a stored one might not exist yet.

    /// <summary>The version of the format.</summary>
    public static ValueKind Schema =>
        new ChoiceKind([(Version, Version)], $"{Version}, the version of this format");

    /// <summary>A scenario's name: that of the library has a folder before it where the library has one.</summary>
    public static ValueKind ScenarioName =>
        new TextKind(
            64,
            "^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$",
            "a name of small letters, digits and '-'"
        );

    /// <summary>A digest.</summary>
    public static ValueKind Digest => new TextKind(64, "^[0-9a-f]{64}$", "a digest of 64 hex digits");

    /// <summary>A task, or a file of the user's own in its place.</summary>
    public static ValueKind Task => new TaskKind(KnownTask);

    /// <summary>A task that comes along.</summary>
    public static ValueKind KnownTask => Choice("a task", Catalog.Tasks);

    /// <summary>A model.</summary>
    public static ValueKind Model => Choice("a model", Catalog.Models);

    /// <summary>A strategy of miners.</summary>
    public static ValueKind MinerStrategy => Choice("a strategy of miners", Catalog.MinerStrategies);

    /// <summary>A policy of training.</summary>
    public static ValueKind Policy => Choice("a policy of training", Catalog.Policies);

    /// <summary>A strategy of validators.</summary>
    public static ValueKind ValidatorStrategy =>
        Choice("a strategy of validators", Catalog.ValidatorStrategies);

    /// <summary>A rule of the chain's past.</summary>
    public static ValueKind ApproximateRule => Choice("an approximate rule", Catalog.ApproximateRules);

    /// <summary>A metric.</summary>
    public static ValueKind Metric =>
        new ChoiceKind([.. Catalog.Metrics.Select(m => (m.Name, (object)m))], "a metric");

    /// <summary>A rule of a replay.</summary>
    public static ValueKind ReplayRule =>
        new ChoiceKind(
            [.. Core.Studies.Replays.ReplayRule.All.Select(rule => (rule.Id, (object)rule))],
            "a rule"
        );

    /// <summary>A metric of a replay.</summary>
    public static ValueKind ReplayMetric =>
        new ChoiceKind(
            [.. Studies.Replays.ReplayMetric.All.Select(metric => (metric.Name, (object)metric))],
            "a metric of replays"
        );

    /// <summary>Name of a variant, short enough for the head of a column.</summary>
    public static ValueKind Label => new TextKind(64, "^.*[^ ].*$", "a name that is not blank");

    /// <summary>A variant of a replay.</summary>
    public static ValueKind ReplayVariant => new ReplayVariantKind();

    /// <summary>The section <c>subnet</c>.</summary>
    public static ValueKind Subnet =>
        new ParametersKind<Hyperparameters>(ParameterKeys.Subnet, new(), "network");

    /// <summary>The section <c>network</c>.</summary>
    public static ValueKind Network =>
        new ParametersKind<GlobalParameters>(ParameterKeys.Network, new(), "subnet");

    /// <summary>The section <c>commit_reveal</c>.</summary>
    public static ValueKind Commit => new CommitKind();

    /// <summary>The section <c>fidelity</c>.</summary>
    public static ValueKind Fidelity => new FidelityKind();

    /// <summary>Stake of a miner.</summary>
    public static ValueKind MinerStake => new StakeKind("");

    /// <summary>Stake of a validator on the subnet.</summary>
    public static ValueKind ValidatorStake => new StakeKind(", or 'root_stake: {0}' for stake on root");

    /// <summary>A group of miners that are there from the start.</summary>
    public static ValueKind Miner => new MinerKind(typeof(CountedHead));

    /// <summary>A group of miners that come later.</summary>
    public static ValueKind ArrivingMiner => new MinerKind(typeof(WeightedHead));

    /// <summary>A group of validators.</summary>
    public static ValueKind Validator => new ValidatorKind();

    private static ChoiceKind Choice<TEntry>(string what, IEnumerable<TEntry> entries)
        where TEntry : CatalogEntry => new([.. entries.Select(e => (e.Name, (object)e))], what);
}
