namespace Simulator.Scenarios.Metagraphs.Changes;

/// <summary>A validator that copies what the others agreed on.</summary>
/// <param name="Delay">Age in epochs of the weights that it sees; 0 for those of its own epoch.</param>
/// <param name="Stake">Its stake in every epoch, in the unit of the file.</param>
public sealed record CopierPlan(int Delay, double Stake);
