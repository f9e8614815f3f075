using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>What a miner computes on, in the operations and bytes of the models themselves, and what it costs.</summary>
/// <remarks>As it stands it trains, answers at once, loses no answer, holds any model, and costs nothing.</remarks>
public sealed record Hardware
{
    private const long MostCompute = 1_000_000_000_000;
    private const double MostRate = 1e18;
    private const double MostUsd = 1e9;

    /// <summary>Ticks (milliseconds) that question and answer take on their way, in [0, 12,000].</summary>
    public long Latency { get; init; } = 400;

    /// <summary>Floating-point operations it can spend on training in one tempo, in [0, 10¹²].</summary>
    public long Compute { get; init; } = 10_000_000;

    /// <summary>Seconds of work that <see cref="Compute"/> takes it, in [0, 10⁹]: what training is charged for.</summary>
    public double TrainingSeconds { get; init; } = 4_320;

    /// <summary>Floating-point operations of answers in a second, in [0, 10¹⁸]; 0 for answers that take no time.</summary>
    public double AnswerSpeed { get; init; }

    /// <summary>Bytes of a model that it reads in a second, in [0, 10¹⁸]; an answer reads the whole model. 0 for no limit.</summary>
    public double Bandwidth { get; init; }

    /// <summary>Bytes that a model may take, not negative.</summary>
    public long Memory { get; init; } = long.MaxValue;

    /// <summary>Probability in [0, 1] that an answer is lost on its way.</summary>
    public double AnswerLoss { get; init; }

    /// <summary>US dollars for an hour of work, without the energy, in [0, 10⁹].</summary>
    public double UsdPerHour { get; init; }

    /// <summary>US dollars for the energy of an hour of work, in [0, 10⁹].</summary>
    public double EnergyUsdPerHour { get; init; }

    /// <summary>Everything that is out of range.</summary>
    /// <param name="path">Where this stands in the description.</param>
    public IEnumerable<Problem> Problems(string path)
    {
        if (Latency is < 0 or > SimTime.TicksPerBlock)
        {
            yield return new(
                $"{path}.latency",
                string.Create(CultureInfo.InvariantCulture, $"{Latency} is outside 0 to 12000 ms")
            );
        }
        if (Compute is < 0 or > MostCompute)
        {
            yield return new(
                $"{path}.compute",
                string.Create(CultureInfo.InvariantCulture, $"{Compute} is outside 0 to 1000000000000 FLOP")
            );
        }
        if (Memory < 0)
        {
            yield return new(
                $"{path}.memory",
                string.Create(CultureInfo.InvariantCulture, $"{Memory} bytes are negative")
            );
        }
        foreach (
            (string name, double value, double most) in new[]
            {
                ("training_seconds", TrainingSeconds, 1e9),
                ("answer_speed", AnswerSpeed, MostRate),
                ("bandwidth", Bandwidth, MostRate),
                ("answer_loss", AnswerLoss, 1),
                ("usd_per_hour", UsdPerHour, MostUsd),
                ("energy_usd_per_hour", EnergyUsdPerHour, MostUsd),
            }
        )
        {
            if (!(value >= 0 && value <= most))
            {
                yield return new(
                    $"{path}.{name}",
                    string.Create(CultureInfo.InvariantCulture, $"{value} is outside 0 to {most}")
                );
            }
        }
    }

    /// <summary>The hardware itself, where a miner can have it.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="ArgumentException">Something is out of range; the message lists all of it.</exception>
    internal static Hardware Checked(Hardware hardware)
    {
        ArgumentNullException.ThrowIfNull(hardware);
        Problem[] problems = [.. hardware.Problems(nameof(hardware))];
        return problems.Length == 0
            ? hardware
            : throw new ArgumentException(string.Join('\n', problems), nameof(hardware));
    }
}
