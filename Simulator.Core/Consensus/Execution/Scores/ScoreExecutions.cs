using System.Runtime.Intrinsics.X86;
using Simulator.Core.Numerics.Lanes;
using Simulator.Core.Numerics.Reals;

namespace Simulator.Core.Consensus.Execution.Scores;

/// <summary>The executions of the row program that this processor has; all give the same bits.</summary>
internal static class ScoreExecutions
{
    /// <summary>All of them, the fastest first.</summary>
    public static IEnumerable<IScoreExecution> All()
    {
        if (Avx512DQ.VL.IsSupported)
        {
            yield return new RowScores<Reals8, Words8>(new LaneColumns<Doubles8, Lanes8, Codes16>());
        }
        if (Avx2.IsSupported)
        {
            yield return new RowScores<Reals4, Words4>(new LaneColumns<Lanes4, Lanes4, Codes8>());
        }
        yield return Scalar();
    }

    /// <summary>The fastest.</summary>
    public static IScoreExecution Best() => All().First();

    /// <summary>The reference.</summary>
    public static IScoreExecution Scalar() => new RowScores<Real, Word>(new ScalarColumns());
}
