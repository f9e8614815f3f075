using System.Runtime.Intrinsics.X86;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>The executions on compressed columns that this processor has; all give the same bits.</summary>
internal static class CompressedExecutions
{
    /// <summary>All of them, the fastest first.</summary>
    public static IEnumerable<ICompressedColumns> All()
    {
        if (Avx512DQ.VL.IsSupported)
        {
            yield return new CompressedColumns<Doubles8, Lanes8, Codes16>();
        }
        if (Avx2.IsSupported)
        {
            yield return new CompressedColumns<Lanes4, Lanes4, Codes8>();
        }
        yield return new CompressedColumns<ExactLane, ExactLane, ExactCode>();
    }

    /// <summary>The fastest.</summary>
    public static ICompressedColumns Best() => All().First();
}
