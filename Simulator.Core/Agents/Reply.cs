using Simulator.Core.Tasks;

namespace Simulator.Core.Agents;

/// <summary>A miner's answer and how long it took.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Latency">Ticks (milliseconds) from question to answer; an answer after the deadline scores zero.</param>
public readonly record struct Reply(IAnswer Answer, long Latency);
