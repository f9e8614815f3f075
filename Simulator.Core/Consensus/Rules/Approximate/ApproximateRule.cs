using System.Collections.Immutable;

namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>A rule that the chain had once, in double after its description: nothing is known that it could be compared with.</summary>
/// <remarks>Source: spec §9.1. Whatever shows a result of these rules shows <see cref="Caution"/> with it.</remarks>
public sealed class ApproximateRule
{
    /// <summary>What stands beside every result of these rules.</summary>
    public const string Caution = "approximate, no reference";

    private ApproximateRule(
        string id,
        string summary,
        Func<ApproximateParameters, int, IApproximateConsensus> consensus,
        Func<ApproximateParameters, int, IApproximateRates> rates
    ) => (Id, Summary, Consensus, Rates) = (id, summary, consensus, rates);

    /// <summary>Trust and a sigmoid of it instead of the median; before March 2023.</summary>
    public static ApproximateRule Yuma1Sigmoid { get; } =
        new(
            "yuma1-sigmoid",
            "Weights clipped at their mean, and a sigmoid of the stake that trusts a miner, before March 2023.",
            (p, neurons) => new SigmoidConsensus(p, neurons),
            (_, _) => new FixedRate()
        );

    /// <summary>Yuma2 with one rate for each miner's bonds, the first liquid alpha; June 2024 to March 2025.</summary>
    public static ApproximateRule Yuma2LiquidV1 { get; } =
        new(
            "yuma2-liquid-v1",
            "Yuma2 whose bonds move at a rate that follows the miner's consensus, June 2024 to March 2025.",
            (p, _) => new MedianConsensus(p),
            (p, neurons) => new LiquidRateV1(p, neurons)
        );

    /// <summary>All of them.</summary>
    public static ImmutableArray<ApproximateRule> All { get; } = [Yuma1Sigmoid, Yuma2LiquidV1];

    /// <summary>The rule's name.</summary>
    public string Id { get; }

    /// <summary>What it does, in a sentence.</summary>
    public string Summary { get; }

    /// <summary>The name with the caution: <c>yuma1-sigmoid: approximate, no reference</c>.</summary>
    public string Title => $"{Id}: {Caution}";

    /// <summary>Makes what finds consensus and incentive, for a number of neurons.</summary>
    internal Func<ApproximateParameters, int, IApproximateConsensus> Consensus { get; }

    /// <summary>Makes what says how fast bonds move, for a number of neurons.</summary>
    internal Func<ApproximateParameters, int, IApproximateRates> Rates { get; }

    /// <summary>The rule of a name, if there is one.</summary>
    public static ApproximateRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
