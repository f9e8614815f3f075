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
                Assert.Equal(
                    0,
                    Differences(kernels, rng, 7, _ => (Enum.Parse<BondRule>(rule), rows, columns))
                );
            }
        }
        Assert.Equal(Validators.Length * Miners.Length, kernels.Batches);
    }

    [Fact]
    public void Subnets_of_all_sizes_and_rules_share_a_run()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device);
        Rng rng = new RandomStreams(4).For("sizes");
        BondRule[] rules = Enum.GetValues<BondRule>();
        for (int run = 0; run < 4; run++)
        {
            Assert.Equal(
                0,
                Differences(kernels, rng, 9, k => (rules[k % 3], 1 + rng.NextInt(20), 1 + rng.NextInt(70)))
            );
        }
        Assert.Equal(4 * rules.Length, kernels.Batches);
    }

    [Fact]
    public void What_does_not_fit_at_once_runs_in_parts()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device, 2 * (GpuBatch.BytesOf(5, 32) + GpuBatch.WeightBytesOf(5, 32)));
        Rng rng = new RandomStreams(5).For("parts");
        Assert.Equal(0, Differences(kernels, rng, 7, _ => (BondRule.Yuma3, 5, 20)));
        Assert.Equal(4, kernels.Batches);
    }

    [Fact]
    public void What_a_device_has_no_room_for_is_halved_until_it_fits()
    {
        using GpuDevice device = GpuDevice.Processor();
        List<int> asked = [];
        using GpuColumns kernels = new(
            device,
            reserve: (subnets, matrices, rows, width, stride) =>
            {
                asked.Add(subnets);
                return subnets > 2
                    ? throw new InsufficientMemoryException()
                    : new(device.Accelerator, subnets, matrices, rows, width, stride);
            }
        );
        Rng rng = new RandomStreams(5).For("halves");
        Assert.Equal(0, Differences(kernels, rng, 9, _ => (BondRule.Yuma2, 5, 20)));
        Assert.Equal([9, 4, 2], asked);
        Assert.Equal(5, kernels.Batches);
    }

    [Fact]
    public void A_device_without_room_for_one_subnet_is_one_clear_error()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(
            device,
            reserve: (_, _, _, _, _) => throw new InsufficientMemoryException()
        );
        DenseEpoch epoch = SampleEpoch.Draw(new(1), BondRule.Yuma2, 5, 20);
        Assert.StartsWith(
            "CPUAccelerator has not the memory for one subnet of 5 validators and 32 miners: ",
            Assert.Throws<DeviceException>(() => kernels.Run(epoch)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_subnet_that_does_not_fit_at_all_is_one_clear_error()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device, 1000);
        DenseEpoch epoch = SampleEpoch.Draw(new(1), BondRule.Yuma2, 5, 20);
        Assert.Equal(
            "CPUAccelerator has not the memory for one subnet of 5 validators and 32 miners: "
                + $"it takes {GpuBatch.BytesOf(5, 32) + GpuBatch.WeightBytesOf(5, 32)} bytes of at most 1000",
            Assert.Throws<DeviceException>(() => kernels.Run(epoch)).Message
        );
    }

    [Fact]
    public void Without_a_device_the_error_says_what_is_needed()
    {
        using GpuDevice? device = GpuDevice.TryCuda();
        if (device is not null)
        {
            Assert.Skip($"this machine has {device.Name}");
        }
        Assert.Equal(
            "no CUDA device was found: the gpu backend needs an NVIDIA device and its driver (libcuda.so.1)",
            Assert.Throws<DeviceException>(GpuDevice.Cuda).Message
        );
    }

    private static long Differences(
        GpuColumns kernels,
        Rng rng,
        int count,
        Func<int, (BondRule Rule, int Rows, int Columns)> shape
    )
    {
        List<DenseEpoch> expected = [];
        List<DenseEpoch> found = [];
        for (int k = 0; k < count; k++)
        {
            (BondRule rule, int rows, int columns) = shape(k);
            ulong key = rng.NextUInt64();
            expected.Add(SampleEpoch.Draw(new(key), rule, rows, columns));
            found.Add(SampleEpoch.Draw(new(key), rule, rows, columns));
        }
        kernels.Run(found);
        expected.ForEach(new ScalarColumns().Run);
        return expected.Zip(found, SampleEpoch.Differences).Sum();
    }
}
