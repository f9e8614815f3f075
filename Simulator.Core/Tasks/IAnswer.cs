namespace Simulator.Core.Tasks;

/// <summary>What a miner answers; each task family has its own kind.</summary>
public interface IAnswer;
