using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>How weights are hidden, and what may go wrong with it.</summary>
public sealed record CommitPlan
{
    private const ulong LatestPulse = 1_000_000;

    /// <summary>How validators hide their weights; whether they do at all is the subnet's own <see cref="Chain.Hyperparameters.CommitRevealWeightsEnabled"/>.</summary>
    public CommitMode Mode { get; init; } = CommitMode.Timelock;

    /// <summary>Blocks from a round of the beacon to the block that knows its pulse, at most 1,000,000.</summary>
    public BlockSpan RoundDelay { get; init; }

    /// <summary>Probability that what a validator committed is never revealed, in [0, 1]: it forgets to (hash), or its ciphertext is broken (timelock).</summary>
    public double MissedReveals { get; init; }

    /// <summary>Blocks by which late pulses come later than others, at most 1,000,000.</summary>
    public BlockSpan LatePulses { get; init; }

    /// <summary>Probability that a round's pulse is late, in [0, 1].</summary>
    public double LatePulseShare { get; init; }

    /// <summary>Everything that is out of range.</summary>
    /// <param name="path">Where this stands in the description.</param>
    public IEnumerable<Problem> Problems(string path)
    {
        foreach (
            (string name, BlockSpan span) in new[]
            {
                ("round_delay", RoundDelay),
                ("late_pulses", LatePulses),
            }
        )
        {
            if (span.Length > LatestPulse)
            {
                yield return new(
                    $"{path}.{name}",
                    FormattableString.Invariant($"{span} is more than {LatestPulse} blocks")
                );
            }
        }
        if (MissedReveals is not (>= 0 and <= 1))
        {
            yield return new(
                $"{path}.missed_reveals",
                FormattableString.Invariant($"{MissedReveals} is not in [0, 1]")
            );
        }
        if (LatePulseShare is not (>= 0 and <= 1))
        {
            yield return new(
                $"{path}.late_pulse_share",
                FormattableString.Invariant($"{LatePulseShare} is not in [0, 1]")
            );
        }
    }
}
