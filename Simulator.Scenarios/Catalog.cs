using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Catalogs;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios;

/// <summary>Everything that scenarios may name: a new task, model, strategy or metric is one more entry here.</summary>
public static class Catalog
{
    /// <summary>What miners may be asked; the first is the default.</summary>
    public static IReadOnlyList<TaskEntry> Tasks => TaskCatalog.All;

    /// <summary>What miners may train; the first is the default.</summary>
    public static IReadOnlyList<ModelEntry> Models => ModelCatalog.All;

    /// <summary>How miners may act; the first is the default.</summary>
    public static IReadOnlyList<MinerEntry> MinerStrategies => MinerCatalog.All;

    /// <summary>How firms may train; the first is the default.</summary>
    public static IReadOnlyList<PolicyEntry> Policies => PolicyCatalog.All;

    /// <summary>What miners may compute on; a scenario may describe other machines.</summary>
    public static IReadOnlyList<HardwareEntry> Hardware => HardwareCatalog.All;

    /// <summary>How validators may act; the first is the default.</summary>
    public static IReadOnlyList<ValidatorEntry> ValidatorStrategies => ValidatorCatalog.All;

    /// <summary>Rules of the chain's past that a subnet may follow in place of today's.</summary>
    public static IReadOnlyList<ApproximateRuleEntry> ApproximateRules { get; } =
    [.. ApproximateRule.All.Select(rule => new ApproximateRuleEntry(rule))];

    /// <summary>What a scenario may expect something of.</summary>
    public static IReadOnlyList<Metric> Metrics => MetricCatalog.All;

    /// <summary>Which keys of a group of miners each strategy reads.</summary>
    internal static IReadOnlyList<KeyFit> MinerKeys { get; } =
    [.. MinerStrategies.Select(s => new KeyFit(s.Name, s.Keys))];

    /// <summary>Which keys of a group of miners each model reads.</summary>
    internal static IReadOnlyList<KeyFit> ModelKeys { get; } =
    [.. Models.Select(m => new KeyFit(m.Name, m.Keys))];

    /// <summary>Which keys of a group of miners each policy reads.</summary>
    internal static IReadOnlyList<KeyFit> PolicyKeys { get; } =
    [.. Policies.Select(p => new KeyFit(p.Name, p.Keys))];

    /// <summary>Which keys of a group of validators each strategy reads.</summary>
    internal static IReadOnlyList<KeyFit> ValidatorKeys { get; } =
    [.. ValidatorStrategies.Select(s => new KeyFit(s.Name, s.Keys))];
}
