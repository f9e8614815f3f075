using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Randomness;

namespace Simulator.Core.Doctor;

/// <summary>Compares executions of the column programs with the scalar one, value by value.</summary>
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
