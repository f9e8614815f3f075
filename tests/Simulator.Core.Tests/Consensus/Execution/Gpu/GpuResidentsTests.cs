using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Doctor;

namespace Simulator.Core.Tests.Consensus.Execution.Gpu;

public sealed class GpuResidentsTests
{
    public static TheoryData<string> Rules => [.. Enum.GetNames<BondRule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Parts_of_an_epoch_give_the_bits_of_the_scalar_run_time_and_again(string rule)
    {
        StoredBatch expected = new(Enum.Parse<BondRule>(rule), 3, 5, 40),
            found = new(Enum.Parse<BondRule>(rule), 3, 5, 40);
        ScalarColumns scalar = new();
        Array.ForEach(expected.Epochs, scalar.NormalizeRows);
        Array.ForEach(expected.Epochs, scalar.Run);
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device);

        GpuResidents subnets = kernels.Keep(found.Epochs);
        for (int run = 0; run < 2; run++)
        {
            subnets.Upload();
            subnets.NormalizeRows();
            subnets.Run();
        }
        subnets.Download();

        Assert.Equal(0, expected.Epochs.Zip(found.Epochs, SampleEpoch.Differences).Sum());
        StoredBatch untouched = new(Enum.Parse<BondRule>(rule), 3, 5, 40);
        Assert.NotEqual(0, expected.Epochs.Zip(untouched.Epochs, SampleEpoch.Differences).Min());
    }

    [Fact]
    public void As_many_stay_as_there_is_memory_for()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device, 2 * (GpuBatch.BytesOf(5, 48) + GpuBatch.WeightBytesOf(5, 48)));

        Assert.Equal(2, kernels.Keep(new StoredBatch(BondRule.Yuma2, 3, 5, 40).Epochs).Subnets);
    }
}
