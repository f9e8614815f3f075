using System.Collections.Immutable;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Doctor;

/// <summary>Every way in which this machine can compute epochs in columns: scalar, its vectors, its device.</summary>
public sealed class MachineExecutions : IDisposable
{
    private readonly GpuDevice? _device;
    private readonly GpuColumns? _kernels;

    /// <summary>Finds them.</summary>
    /// <param name="backend">What must be there: <see cref="Backend.Auto"/> takes a device if there is one.</param>
    /// <exception cref="DeviceException">A device is asked for and cannot be used.</exception>
    public MachineExecutions(Backend backend)
        : this(Device(backend)) { }

    /// <summary>Those of the processor and, if given, of a device, which is disposed of with them.</summary>
    internal MachineExecutions(GpuDevice? device)
    {
        (_device, _kernels) = (device, device is null ? null : new(device));
        Columns = [.. ColumnExecutions.All().Reverse(), .. _kernels is null ? [] : (GpuColumns[])[_kernels]];
        All = [.. Columns.Select(columns => new MachineExecution(columns.Name, new LaneEpoch(columns)))];
    }

    /// <summary>All of them, scalar first, a device last; good until these are disposed of.</summary>
    public ImmutableArray<MachineExecution> All { get; }

    /// <summary>Whether a device is among them.</summary>
    public bool HasDevice => _device is not null;

    /// <summary>The same, as what runs column programs.</summary>
    internal ImmutableArray<IColumnExecution> Columns { get; }

    /// <summary>What runs them on a device, if there is one.</summary>
    internal GpuColumns? Kernels => _kernels;

    /// <summary>The device that a backend means: none for the processor, none if there is none and none is insisted on.</summary>
    /// <exception cref="DeviceException">A device is asked for and cannot be used.</exception>
    internal static GpuDevice? Device(Backend backend) =>
        backend switch
        {
            Backend.Gpu => GpuDevice.Cuda(),
            Backend.Cpu => null,
            _ => GpuDevice.TryCuda(),
        };

    /// <inheritdoc/>
    public void Dispose()
    {
        _kernels?.Dispose();
        _device?.Dispose();
    }
}
