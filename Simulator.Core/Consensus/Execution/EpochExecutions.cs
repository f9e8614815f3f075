using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Where the epochs of a run are computed: makes an execution for each thread, and owns the device that they share.</summary>
/// <remarks>
/// A device pays for what is handed to it in batches; epochs that wait for each other would wait for its copies too. The
/// processor therefore computes single epochs unless a device is asked for.
/// </remarks>
public sealed class EpochExecutions : IDisposable
{
    private readonly GpuDevice? _device;
    private readonly SharedColumns? _kernels;

    /// <summary>Executions on a backend.</summary>
    /// <param name="backend">What to compute on.</param>
    /// <exception cref="DeviceException">A device is asked for, and there is none that can be used.</exception>
    public EpochExecutions(Backend backend)
        : this(backend == Backend.Gpu ? GpuDevice.Cuda() : null) { }

    /// <summary>Executions on a device, which is disposed of with them; on the processor where it is null.</summary>
    internal EpochExecutions(GpuDevice? device)
    {
        _device = device;
        _kernels = device is null ? null : new(new GpuColumns(device));
    }

    /// <summary>What computes, in a word: <c>cpu</c> or <c>gpu</c>.</summary>
    public string Name => _device is null ? "cpu" : "gpu";

    /// <summary>An execution for one thread; good until these are disposed of.</summary>
    public IEpochExecution New() => _kernels is null ? new LaneEpoch() : new LaneEpoch(_kernels);

    /// <inheritdoc/>
    public void Dispose()
    {
        _kernels?.Dispose();
        _device?.Dispose();
    }
}
