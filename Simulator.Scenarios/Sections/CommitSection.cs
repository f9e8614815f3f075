using System.ComponentModel;
using Simulator.Core.Engine;
using Simulator.Core.Units;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>commit_reveal</c>.</summary>
[Description("How weights are hidden until they are revealed, and what may go wrong with it.")]
internal sealed record CommitSection
{
    private static readonly CommitPlan Default = new();

    [Description(
        "timelock: the chain reveals; hash: the validator reveals; off: weights are public at once."
    )]
    public Hiding Mode { get; init; }

    [Description("From a round of the beacon to the block that knows its pulse (timelock).")]
    public BlockSpan RoundDelay { get; init; } = Default.RoundDelay;

    [Description("Probability that a commit is never revealed, 0 to 1 (timelock and hash).")]
    public double MissedReveals { get; init; } = Default.MissedReveals;

    [Description("By how much a late pulse comes later than others (timelock).")]
    public BlockSpan LatePulses { get; init; } = Default.LatePulses;

    [Description("Probability that the pulse of a round is late, 0 to 1 (timelock).")]
    public double LatePulseShare { get; init; } = Default.LatePulseShare;

    /// <summary>The plan that it describes.</summary>
    public CommitPlan ToPlan() =>
        new()
        {
            Mode = Mode == Hiding.Hash ? CommitMode.Hash : CommitMode.Timelock,
            RoundDelay = RoundDelay,
            MissedReveals = MissedReveals,
            LatePulses = LatePulses,
            LatePulseShare = LatePulseShare,
        };
}
