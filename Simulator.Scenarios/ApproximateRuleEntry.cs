using Simulator.Core.Consensus.Rules.Approximate;

namespace Simulator.Scenarios;

/// <summary>A rule of the chain's past that a subnet may follow: approximate, no reference.</summary>
public sealed record ApproximateRuleEntry : CatalogEntry
{
    internal ApproximateRuleEntry(ApproximateRule rule)
        : base(rule.Id, $"{rule.Summary} ({ApproximateRule.Caution})") => Rule = rule;

    /// <summary>The rule.</summary>
    public ApproximateRule Rule { get; }
}
