using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>A row that is computed lane by lane while it is summed, so that no pass over it is needed for the sum alone.</summary>
internal interface ILaneRow
{
    /// <summary>Computes eight numbers, once each.</summary>
    Vector512<double> At(int lane);
}
