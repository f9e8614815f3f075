using System.Collections.Immutable;
using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Replays;

/// <summary>A rule that replays can be run under: the chain's own, and those of the papers.</summary>
public sealed class ReplayRule
{
    /// <summary>Arithmetic of the chain's rules.</summary>
    public const string Chain = "chain";

    /// <summary>Arithmetic of the paper rules.</summary>
    public const string Double = "double";

    private static readonly string[] OfAll =
    [
        "kappa",
        "total_epoch_emission",
        "validator_emission_ratio",
        "total_subnet_stake",
    ];

    private static readonly string[] OfRates =
    [
        "liquid_alpha",
        "alpha_low",
        "alpha_high",
        "alpha_sigmoid_steepness",
    ];

    private static readonly string[] OfCapacity = ["winner_takes_all", "decay_rate", "capacity_alpha"];

    private static readonly string[] OfAverages = ["bond_penalty", "bond_moving_avg"];

    private ReplayRule(
        string id,
        string name,
        string arithmetic,
        string[] reads,
        Func<ReplayVariant, IReplayRun> start
    )
    {
        (Id, Name, Arithmetic, Start) = (id, name, arithmetic, start);
        Reads = [.. OfAll, .. reads];
    }

    /// <summary>Every rule, in the order in which pages list them: the exact ones, the papers', and last what is only
    /// approximate and says so in <see cref="Note"/>.</summary>
    public static ImmutableArray<ReplayRule> All { get; } =
    [
        OfChain("yuma2", "Yuma 2, the chain's own", yuma3: false, OfAverages),
        OfChain("yuma3", "Yuma 3, the chain's own", yuma3: true, [.. OfAverages, .. OfRates]),
        .. PaperRule.All.Select(OfPaper),
        OfPast(ApproximateRule.Yuma1Sigmoid, "Yuma 1, a sigmoid of trust", []),
        OfPast(
            ApproximateRule.Yuma2LiquidV1,
            "Yuma 2, the first liquid alpha",
            ["bond_penalty", "alpha_low", "alpha_high"]
        ),
    ];

    /// <summary>The rules of the charts in the newer source, in its order.</summary>
    public static ImmutableArray<ReplayRule> OfCharts { get; } =
    [
        .. new[]
        {
            PaperRule.Yuma1,
            PaperRule.Yuma2Web,
            PaperRule.Yuma2A,
            PaperRule.Yuma2B,
            PaperRule.Yuma2C,
            PaperRule.Yuma3Web,
            PaperRule.Yuma3LiquidWeb,
        }.Select(rule => All.First(known => known.Id == rule.Id)),
    ];

    /// <summary>Name in plans and files, such as <c>yuma3</c> or <c>paper/yuma2b</c>.</summary>
    public string Id { get; }

    /// <summary>Name in tables and pages.</summary>
    public string Name { get; }

    /// <summary>What every output must say about its numbers; empty where there is nothing to say.</summary>
    public string Note { get; private init; } = "";

    /// <summary>The arithmetic: <see cref="Chain"/> or <see cref="Double"/>.</summary>
    public string Arithmetic { get; }

    /// <summary>Names of the parameters that it reads.</summary>
    public ImmutableArray<string> Reads { get; }

    /// <summary>Its parameters where nothing else is said.</summary>
    public PaperParameters Defaults { get; private init; } = new();

    /// <summary>Begins a run of a variant.</summary>
    internal Func<ReplayVariant, IReplayRun> Start { get; }

    /// <summary>Finds what parameters the rule cannot take.</summary>
    internal Func<PaperParameters, string, IEnumerable<Problem>> Refuses { get; private init; } =
        (_, _) => [];

    /// <summary>The rule of that id; null when there is none.</summary>
    public static ReplayRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static ReplayRule OfChain(string id, string name, bool yuma3, string[] reads) =>
        new(id, name, Chain, reads, variant => new ChainReplay(variant, yuma3))
        {
            Defaults = ChainParameters.Defaults,
            Refuses = ChainParameters.Problems,
        };

    private static ReplayRule OfPaper(PaperRule rule) =>
        new(rule.Id, rule.Name, Double, ReadsOf(rule), variant => new PaperReplay(rule, variant));

    private static ReplayRule OfPast(ApproximateRule rule, string name, string[] reads) =>
        new(rule.Id, name, Double, reads, variant => new ApproximateReplay(rule, variant))
        {
            Note = ApproximateRule.Caution,
            Defaults = ChainParameters.Defaults,
            Refuses = ChainParameters.Problems,
        };

    private static string[] ReadsOf(PaperRule rule) =>
        rule == PaperRule.Yuma1 ? ["winner_takes_all", "bond_penalty", .. OfRates]
        : rule == PaperRule.Yuma2C ? OfCapacity
        : rule.HasResets
            ?
            [
                "winner_takes_all",
                .. OfAverages,
                .. OfRates,
                "liquid_alpha_consensus_mode",
                "liquid_alpha_effective_weights",
            ]
        : ["winner_takes_all", .. OfAverages, .. OfRates];
}
