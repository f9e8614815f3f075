using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Doctor;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Execution.Gpu;

/// <summary>Kernels against the scalar run, on ILGPU's stand-in for a device.</summary>
public sealed class GpuColumnsTests
{
    private static readonly int[] Validators = [1, 2, 3, 63, 64, 65];
    private static readonly int[] Miners = [1, 31, 32, 33];

    public static TheoryData<string> Rules => [.. Enum.GetNames<BondRule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Kernels_give_the_bits_of_the_scalar_run(string rule)
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device);
        Rng rng = new RandomStreams(3).For(rule);
        foreach (int rows in Validators)
        {
            foreach (int columns in Miners)
            {
                Compare(kernels, [.. Draws(rng, Enum.Parse<BondRule>(rule), rows, columns)]);
            }
        }
    }

    private static IEnumerable<(DenseEpoch, DenseEpoch)> Draws(Rng rng, BondRule rule, int rows, int columns)
    {
        for (int k = 0; k < 7; k++)
        {
            ulong key = rng.NextUInt64();
            yield return (
                SampleEpoch.Draw(new(key), rule, rows, columns),
                SampleEpoch.Draw(new(key), rule, rows, columns)
            );
        }
    }

    private static void Compare(GpuColumns kernels, (DenseEpoch Scalar, DenseEpoch Kernels)[] pairs)
    {
        kernels.Run([.. pairs.Select(pair => pair.Kernels)]);
        ScalarColumns scalar = new();
        foreach ((DenseEpoch expected, DenseEpoch found) in pairs)
        {
            scalar.Run(expected);
            Assert.Equal(0, SampleEpoch.Differences(expected, found));
        }
    }
}
