using CsCheck;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Tests.Consensus.Execution.Gpu;

/// <summary>Whole epochs, their columns in kernels.</summary>
public sealed class GpuEpochTests
{
    [Fact]
    public void Epochs_in_kernels_are_those_of_the_reference()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device);
        ScalarEpoch reference = new();
        LaneEpoch epoch = new(kernels);
        RandomEpoch.Inputs.Sample(
            input => EpochEquality.Holds(reference.Run(input), epoch.Run(input)),
            iter: 500,
            threads: 1
        );
        // Two batches an epoch, rows and columns; what column programs do not cover goes to the reference.
        Assert.InRange(kernels.Batches, 500, 1000);
    }
}
