namespace Simulator.Core.Tasks;

/// <summary>What a miner answers; each task family has its own kind.</summary>
/// <remarks>Equal answers are equal objects: spot checks compare them with <see cref="object.Equals(object)"/>.</remarks>
public interface IAnswer;
