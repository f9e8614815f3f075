using System.Runtime.Intrinsics.X86;
using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Benchmarks.Quick;

/// <summary>Holds vectors of columns to a multiple of the reference's speed, both by turns in this process.</summary>
/// <remarks>The least ratio leaves room for a busy machine: about 20 is usual. A miss is tried again.</remarks>
internal static class RatioGate
{
    private const double Least = 4;
    private const int Tries = 3;
    private const int Runs = 40;

    public static bool Holds()
    {
        if (!Avx2.IsSupported)
        {
            Console.WriteLine("ratio gate: skipped, this processor has no AVX2");
            return true;
        }
        DenseRows scalar = new(new ScalarEpoch(), 64, 256, BondRule.Yuma2);
        PreparedColumns columns = new(scalar.Input);
        for (int attempt = 1; attempt <= Tries; attempt++)
        {
            double[] times = Quartile.InWarmTurns(Runs, () => scalar.Run(), columns.Run);
            double ratio = times[0] / times[1];
            Console.WriteLine(
                $"ratio gate: reference {times[0] * 1e3:F2} ms, {ColumnExecutions.Best().Name} {times[1] * 1e3:F3} ms for "
                    + $"64 × 256, Yuma2: {ratio:F1}×, at least {Least:F0}× asked (try {attempt} of {Tries})"
            );
            if (ratio >= Least)
            {
                return true;
            }
        }
        return false;
    }
}
