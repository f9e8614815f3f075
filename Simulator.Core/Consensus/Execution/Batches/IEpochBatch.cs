namespace Simulator.Core.Consensus.Execution.Batches;

/// <summary>Computes many epochs at a time, each with the bits that it has alone.</summary>
internal interface IEpochBatch : IDisposable
{
    /// <summary>Computes every job; one that fails keeps its fault, and the others are none the worse.</summary>
    /// <param name="jobs">The epochs; inputs of different ones may share memory.</param>
    void Run(IReadOnlyList<EpochJob> jobs);
}
