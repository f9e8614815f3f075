namespace Simulator.Core.Tasks;

/// <summary>Training data for a world that moves.</summary>
/// <param name="Before">Of the world as it was.</param>
/// <param name="After">Of the world as it becomes.</param>
public sealed record DriftingData(ITrainingData Before, ITrainingData After) : ITrainingData;
