using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>What a miner computes on.</summary>
public sealed record Hardware
{
    /// <summary>Ticks (milliseconds) from a question to this miner's answer, in [0, 12,000].</summary>
    public long Latency { get; init; } = 400;

    /// <summary>Floating-point operations it can spend on training in one tempo, in [0, 10¹²].</summary>
    public long Compute { get; init; } = 10_000_000;

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
        if (Compute is < 0 or > 1_000_000_000_000)
        {
            yield return new(
                $"{path}.compute",
                string.Create(CultureInfo.InvariantCulture, $"{Compute} is outside 0 to 1000000000000 FLOP")
            );
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
