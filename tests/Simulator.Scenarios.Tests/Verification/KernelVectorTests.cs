using System.Text.Json;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Scenarios.Verification;

namespace Simulator.Scenarios.Tests.Verification;

/// <summary>The epoch in kernels against the chain's own, bit for bit, at sizes that a stand-in for a device can do.</summary>
public sealed class KernelVectorTests
{
    private const int MostNeurons = 16;

    [Fact]
    public void Every_small_case_agrees()
    {
        EpochVerificationReport report = new();
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device);
        LaneEpoch epoch = new(kernels);
        foreach (VectorLine line in VectorLines.Of(ChainVectors.Cases))
        {
            using JsonDocument document = JsonDocument.Parse(line.Utf8);
            Field root = new("", document.RootElement);
            EpochState state = EpochState.Read(root.Member("in"));
            if (state.Input().Neurons <= MostNeurons)
            {
                report.Cases++;
                Comparison comparison = new(report, root.Member("id").Name(), null);
                comparison.Compare(root.Member("out"), epoch.Run(state.Input()));
            }
        }
        Assert.Empty(report.FirstDisagreements);
        Assert.Equal(267, report.Cases);
        // Two batches an epoch, rows and columns; what column programs do not cover goes to the reference.
        Assert.InRange(kernels.Batches, 2 * 260, 2 * report.Cases);
    }
}
