using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Consensus.Execution.Batches;

/// <summary>A batch on a device, and the device with it.</summary>
internal sealed class DeviceBatch : IEpochBatch
{
    private readonly GpuDevice _device;
    private readonly GpuColumns _columns;
    private readonly StackedBatch _batch;

    /// <summary>Compiles the kernels.</summary>
    /// <param name="device">The device; it is disposed of here.</param>
    /// <param name="threads">Threads that prepare and finish, at least 1.</param>
    public DeviceBatch(GpuDevice device, int threads)
    {
        _device = device;
        _columns = new(device);
        _batch = new(_columns, threads);
    }

    /// <inheritdoc/>
    public void Run(IReadOnlyList<EpochJob> jobs) => _batch.Run(jobs);

    /// <inheritdoc/>
    public void Dispose()
    {
        _columns.Dispose();
        _device.Dispose();
    }
}
