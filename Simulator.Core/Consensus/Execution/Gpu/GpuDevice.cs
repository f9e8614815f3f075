using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>A device that runs kernels, in a context of its own: a failed compilation spoils its context.</summary>
internal sealed class GpuDevice : IDisposable
{
    private readonly Context _context;

    private GpuDevice(Context context, Accelerator accelerator)
    {
        _context = context;
        Accelerator = accelerator;
    }

    /// <summary>Loads kernels and owns memory.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>Whether it is a graphics processor.</summary>
    public bool IsCuda => Accelerator.AcceleratorType == AcceleratorType.Cuda;

    /// <summary>The device's name.</summary>
    public string Name => Accelerator.Name;

    /// <summary>Its memory in bytes.</summary>
    public long Memory => Accelerator.MemorySize;

    /// <summary>The first CUDA device.</summary>
    /// <exception cref="DeviceException">There is none, or it cannot be used.</exception>
    public static GpuDevice Cuda() =>
        TryCuda()
        ?? throw new DeviceException(
            "no CUDA device was found: the gpu backend needs an NVIDIA device and its driver (libcuda.so.1)"
        );

    /// <summary>The first CUDA device, if there is one.</summary>
    /// <exception cref="DeviceException">There is one, and it cannot be used.</exception>
    public static GpuDevice? TryCuda()
    {
        Context context = NewContext(builder => builder.Cuda());
        try
        {
            if (context.GetCudaDevices().Count > 0)
            {
                return new(context, context.CreateCudaAccelerator(0));
            }
        }
        catch (Exception e) when (e is CudaException or NotSupportedException)
        {
            context.Dispose();
            throw new DeviceException($"the CUDA device cannot be used: {e.Message}", e);
        }
        context.Dispose();
        return null;
    }

    /// <summary>ILGPU's stand-in on the processor: it proves results and is slow.</summary>
    public static GpuDevice Processor()
    {
        Context context = NewContext(builder => builder.CPU());
        // A thread of a group is a thread of the operating system; kernels without barriers need no more than the fewest.
        return new(context, new CPUDevice(2, 1, 1).CreateCPUAccelerator(context, CPUAcceleratorMode.Auto));
    }

    /// <summary>A context that knows our intrinsics; O2 makes loads global and keeps loops short.</summary>
    public static Context NewContext(Action<Context.Builder> devices)
    {
        CudaDriver.Prepare();
        return Context.Create(builder =>
        {
            devices(builder);
            GpuIntrinsics.Register(builder);
            builder.Optimize(OptimizationLevel.O2);
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
