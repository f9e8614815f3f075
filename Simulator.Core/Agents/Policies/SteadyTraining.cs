namespace Simulator.Core.Agents.Policies;

/// <summary>Trains all the time.</summary>
public sealed class SteadyTraining : ITrainingPolicy
{
    /// <inheritdoc/>
    public double Duty(IMarket market) => 1;
}
