using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Consensus.Execution.Batches;

/// <summary>The batch of each backend.</summary>
internal static class EpochBatches
{
    /// <summary>A batch.</summary>
    /// <param name="backend">What computes the columns.</param>
    /// <param name="threads">Threads that work on it, at least 1.</param>
    /// <exception cref="DeviceException">A device is asked for and there is none, or it cannot be used.</exception>
    public static IEpochBatch On(Backend backend, int threads) =>
        DeviceOf(backend) is { } device ? new DeviceBatch(device, threads) : new SpreadBatch(threads);

    private static GpuDevice? DeviceOf(Backend backend) =>
        backend switch
        {
            Backend.Gpu => GpuDevice.Cuda(),
            Backend.Auto => GpuDevice.TryCuda(),
            _ => null,
        };
}
