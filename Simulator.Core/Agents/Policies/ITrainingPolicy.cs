namespace Simulator.Core.Agents.Policies;

/// <summary>How much of each tempo a firm trains.</summary>
public interface ITrainingPolicy
{
    /// <summary>Share of the coming tempo in which to train: 0 to rest, more than 1 to add machines.</summary>
    /// <param name="market">What the firm sees; its account tells what the last tempos brought.</param>
    double Duty(IMarket market);
}
