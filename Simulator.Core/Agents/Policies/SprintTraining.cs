namespace Simulator.Core.Agents.Policies;

/// <summary>Trains for some tempos, rests for some, and begins again.</summary>
/// <param name="sprint">Tempos of training, at least 1.</param>
/// <param name="rest">Tempos of rest, not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
public sealed class SprintTraining(int sprint, int rest) : ITrainingPolicy
{
    private readonly int _sprint =
        sprint >= 1
            ? sprint
            : throw new ArgumentOutOfRangeException(
                nameof(sprint),
                sprint,
                "A sprint takes a tempo or more."
            );
    private readonly int _cycle =
        rest >= 0
            ? sprint + rest
            : throw new ArgumentOutOfRangeException(nameof(rest), rest, "A rest is not negative.");
    private int _tempo;

    /// <inheritdoc/>
    public double Duty(IMarket market) => _tempo++ % _cycle < _sprint ? 1 : 0;
}
