namespace Simulator.Core.Chain;

/// <summary>Where the chain says what happened; the engine stamps and orders it.</summary>
public interface IChainLog
{
    /// <summary>Takes one fact.</summary>
    void Record(in ChainEvent fact);
}
