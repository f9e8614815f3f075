namespace Simulator.Scenarios.Metagraphs;

/// <summary>The clearing of all bonds on one miner before one epoch.</summary>
/// <param name="MinerIndex">The miner's column.</param>
/// <param name="Epoch">The epoch, from 0.</param>
public sealed record BondsReset(int MinerIndex, int Epoch);
