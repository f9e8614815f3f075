using Simulator.Core.Tasks;

namespace Simulator.Core.Agents;

/// <summary>A miner's answer and how long it took.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Latency">Ticks (milliseconds) from question to answer; an answer after the deadline scores zero.</param>
public readonly record struct Reply(IAnswer Answer, long Latency)
{
    // Later than any deadline, and yet far from where latencies that add up overflow.
    private const long Never = 1L << 40;

    /// <summary>A reply that never comes.</summary>
    public static Reply Lost { get; } = new(NoAnswer.Instance, Never);
}
