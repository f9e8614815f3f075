using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>Receives the intermediate results of an epoch as they arise, under the names of the chain's own log.</summary>
/// <remarks>What is handed over is only valid during the call.</remarks>
public interface IEpochStages
{
    /// <summary>A vector of flags by uid.</summary>
    void Record(string stage, ReadOnlySpan<bool> flags);

    /// <summary>A vector of whole numbers by uid: blocks or rao.</summary>
    void Record(string stage, ReadOnlySpan<ulong> integers);

    /// <summary>A vector of shares by uid.</summary>
    void Record(string stage, ReadOnlySpan<I32F32> shares);

    /// <summary>A vector of stakes by uid, rao.</summary>
    void Record(string stage, ReadOnlySpan<I64F64> stakes);

    /// <summary>A sparse matrix.</summary>
    void Record(string stage, SparseMatrix matrix);

    /// <summary>A dense matrix, row after row, each as wide as there are neurons.</summary>
    void RecordDense(string stage, ReadOnlySpan<I32F32> matrix);

    /// <summary>A count.</summary>
    void RecordCount(string stage, int count);
}
