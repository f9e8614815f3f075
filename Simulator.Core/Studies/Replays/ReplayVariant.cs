using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Core.Studies.Replays;

/// <summary>A rule with its parameters and the series that it is run on.</summary>
public sealed record ReplayVariant
{
    /// <summary>Its name in tables and charts; no other variant of the plan has it.</summary>
    public required string Label { get; init; }

    /// <summary>The rule.</summary>
    public required ReplayRule Rule { get; init; }

    /// <summary>What the rule is told; the chain's rules read the part that they have.</summary>
    public required PaperParameters Parameters { get; init; }

    /// <summary>Stakes and weights.</summary>
    public required ReplaySeries Series { get; init; }

    /// <summary>Whether the series' reset is carried out, where the rule has resets.</summary>
    public bool HasResets { get; init; } = true;

    /// <summary>Whether every neuron is a row and a column, as in the charts of the source; paper rules alone.</summary>
    public bool FullMatrix { get; init; }

    /// <summary>What is to be said of its numbers beside its rule's own note; empty for nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Everything that every output must say about its numbers.</summary>
    public string Note =>
        Remark.Length == 0 ? Rule.Note
        : Rule.Note.Length == 0 ? Remark
        : $"{Rule.Note}; {Remark}";
}
