using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>How a validator's question to one miner went.</summary>
/// <param name="Miner">The miner's slot.</param>
/// <param name="Score">Mean score of its answers in [0, 1]; late answers count as 0.</param>
/// <param name="Late">How many of the answers came after the deadline.</param>
public readonly record struct Judgement(Uid Miner, double Score, int Late);
