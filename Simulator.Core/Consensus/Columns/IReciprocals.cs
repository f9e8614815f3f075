using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>The reciprocals that the series of e^x divides by; where a table can lie differs most between executions.</summary>
internal interface IReciprocals<T>
    where T : struct, ILane<T>
{
    /// <summary>What <see cref="ILane{T}.DivSmall"/> wants beside n.</summary>
    T Reciprocal(int n);
}
