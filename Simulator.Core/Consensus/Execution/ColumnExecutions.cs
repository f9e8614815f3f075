using System.Runtime.Intrinsics.X86;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The executions of column programs that this processor has; all give the same bits.</summary>
internal static class ColumnExecutions
{
    /// <summary>All of them, the fastest first.</summary>
    public static IEnumerable<IColumnExecution> All()
    {
        if (Avx512DQ.VL.IsSupported)
        {
            yield return new LaneColumns<Doubles8, Lanes8, Codes16>();
        }
        if (Avx2.IsSupported)
        {
            yield return new LaneColumns<Lanes4, Lanes4, Codes8>();
        }
        yield return new ScalarColumns();
    }

    /// <summary>The fastest.</summary>
    public static IColumnExecution Best() => All().First();
}
