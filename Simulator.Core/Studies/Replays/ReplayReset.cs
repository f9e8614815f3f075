namespace Simulator.Core.Studies.Replays;

/// <summary>The clearing of all bonds on one miner before one epoch.</summary>
/// <param name="Miner">The miner's column.</param>
/// <param name="Epoch">The epoch, from 0.</param>
public readonly record struct ReplayReset(int Miner, int Epoch);
