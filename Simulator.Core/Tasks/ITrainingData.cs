namespace Simulator.Core.Tasks;

/// <summary>What a model may learn from: the part of a task's training data that one miner has.</summary>
public interface ITrainingData;
