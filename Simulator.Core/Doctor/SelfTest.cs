using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Consensus.Execution.Scores;
using Simulator.Core.Randomness;

namespace Simulator.Core.Doctor;

/// <summary>Compares executions of the column and row programs with the scalar ones, value by value.</summary>
/// <param name="epochs">How many random epochs each execution computes.</param>
internal sealed class SelfTest(int epochs)
{
    private const int MostRows = 70;
    private const int MostColumns = 90;

    /// <summary>Runs one execution, one epoch after the other.</summary>
    /// <returns>How many values differ.</returns>
    public long Differences(IColumnExecution execution)
    {
        long differences = 0;
        for (ulong k = 0; k < (ulong)epochs; k++)
        {
            DenseEpoch found = Draw(k);
            execution.Run(found);
            differences += SampleEpoch.Differences(Expected(k), found);
        }
        return differences;
    }

    /// <summary>Runs kernels, all epochs at once.</summary>
    /// <returns>How many values differ.</returns>
    public long Differences(GpuColumns kernels)
    {
        DenseEpoch[] found = [.. Enumerable.Range(0, epochs).Select(k => Draw((ulong)k))];
        kernels.Run(found);
        return found.Select((epoch, k) => SampleEpoch.Differences(Expected((ulong)k), epoch)).Sum();
    }

    /// <summary>Runs one execution of the row program, from scores or draws to weights.</summary>
    /// <returns>How many weights differ.</returns>
    public long Differences(IScoreExecution execution)
    {
        long differences = 0;
        IScoreExecution scalar = ScoreExecutions.Scalar();
        for (ulong k = 0; k < (ulong)epochs; k++)
        {
            (DenseEpoch expected, DenseEpoch found) = (Draw(k), Draw(k));
            DenseScores scores = SampleScores.Draw(new RandomStreams(0).For("doctor.scores", k), found);
            execution.Weigh(scores, found);
            scalar.Weigh(scores, expected);
            for (int i = 0; i < found.Rows; i++)
            {
                ReadOnlySpan<uint> codes = SampleScores.Codes(found, i);
                ReadOnlySpan<uint> right = SampleScores.Codes(expected, i);
                for (int j = 0; j < codes.Length; j++)
                {
                    differences += codes[j] == right[j] ? 0 : 1;
                }
            }
        }
        return differences;
    }

    private static DenseEpoch Expected(ulong number)
    {
        DenseEpoch epoch = Draw(number);
        new ScalarColumns().Run(epoch);
        return epoch;
    }

    private static DenseEpoch Draw(ulong number)
    {
        Rng rng = new RandomStreams(0).For("doctor", number);
        BondRule[] rules = Enum.GetValues<BondRule>();
        return SampleEpoch.Draw(
            rng,
            rules[number % (ulong)rules.Length],
            1 + rng.NextInt(MostRows),
            1 + rng.NextInt(MostColumns)
        );
    }
}
