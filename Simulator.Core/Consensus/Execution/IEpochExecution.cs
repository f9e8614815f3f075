namespace Simulator.Core.Consensus.Execution;

/// <summary>Computes epochs; every implementation gives the same output for the same input, bit for bit.</summary>
public interface IEpochExecution
{
    /// <summary>Computes one epoch of one mechanism.</summary>
    /// <param name="input">What it reads; unchanged afterwards.</param>
    /// <returns>Its results, in memory of their own.</returns>
    EpochOutput Run(EpochInput input);
}
