using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Rows of weights on vectors.</summary>
/// <typeparam name="T">Numbers of several columns.</typeparam>
internal static unsafe class LaneRows<T>
    where T : struct, IVectorLane<T>
{
    /// <summary>Turns stored weights (1 + weight, 0 for no entry) into weight codes that sum to 1.</summary>
    /// <param name="codes">The row, with zeros behind it up to a whole vector.</param>
    /// <param name="count">Length of the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Normalize(uint* codes, int count)
    {
        unchecked
        {
            T sum = T.FromBits(0);
            for (int j = 0; j < count; j += T.Columns)
            {
                sum += RowWeights.Stored(T.LoadCodes(codes + j));
            }
            Divisor<T> whole = T.DivisorOf(T.FromBits(T.Sum(sum)));
            for (int j = 0; j < count; j += T.Columns)
            {
                T.StoreCodes(RowWeights.Share(T.LoadCodes(codes + j), whole), codes + j);
            }
        }
    }
}
