using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>How the source cleans what a division by nothing gives.</summary>
internal static class LaneZero
{
    /// <summary>0 where a number is NaN: a miner that nobody weighs, or no stake at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OrZero(Vector512<double> number) =>
        Vector512.ConditionalSelect(Vector512.Equals(number, number), number, default);
}
