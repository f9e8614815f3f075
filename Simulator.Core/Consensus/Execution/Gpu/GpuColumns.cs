using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>The column programs as kernels, for one subnet or for many of them at a time.</summary>
/// <remarks>One instance serves one thread and keeps its device memory from run to run.</remarks>
internal sealed class GpuColumns : IColumnExecution, IDisposable
{
    private readonly GpuDevice _device;
    private readonly long _mostBytes;
    private readonly Func<int, int, int, int, GpuBatch> _reserve;
    private readonly Dictionary<string, Action<Index1D, GpuViews>> _kernels = [];
    private GpuBatch? _batch;

    /// <summary>Compiles the kernels for a device.</summary>
    /// <param name="device">The device; it is not disposed of here.</param>
    /// <param name="mostBytes">Most memory that a batch may take; all that the device has if left out.</param>
    /// <param name="reserve">Takes memory for a number of subnets, rows, width and stride; the device's if left out.</param>
    public GpuColumns(
        GpuDevice device,
        long? mostBytes = null,
        Func<int, int, int, int, GpuBatch>? reserve = null
    )
    {
        _device = device;
        _mostBytes = mostBytes ?? device.Memory;
        _reserve =
            reserve
            ?? ((subnets, rows, width, stride) => new(device.Accelerator, subnets, rows, width, stride));
        foreach ((string name, var method) in GpuKernels.All)
        {
            _kernels[name] = device.Accelerator.LoadAutoGroupedStreamKernel(
                method.CreateDelegate<Action<Index1D, GpuViews>>()
            );
        }
    }

    /// <inheritdoc/>
    public string Name => _device.IsCuda ? "gpu" : "kernels on the processor";

    /// <summary>How many batches were needed so far.</summary>
    public int Batches { get; private set; }

    /// <inheritdoc/>
    public void NormalizeRows(DenseEpoch epoch) =>
        InParts(
            [epoch],
            (batch, part) =>
            {
                batch.UploadCodes(part);
                LaunchRows(batch.Views, part.Length);
                batch.DownloadCodes(part);
            }
        );

    /// <inheritdoc/>
    public void Run(DenseEpoch epoch) => Run([epoch]);

    /// <summary>Runs many subnets, as many at a time as memory allows; sizes and rules may differ.</summary>
    /// <exception cref="DeviceException">The device has not the memory for one of them.</exception>
    public void Run(IReadOnlyList<DenseEpoch> epochs)
    {
        foreach (BondRule rule in Enum.GetValues<BondRule>())
        {
            InParts(
                [.. epochs.Where(epoch => epoch.Rule == rule)],
                (batch, part) =>
                {
                    batch.Upload(part);
                    Launch(rule, batch.Views, part.Length);
                    batch.Download(part);
                }
            );
        }
    }

    /// <summary>Reserves memory for subnets of one rule and shape that stay on the device, and are run again and again.</summary>
    /// <returns>The first of them, as many as memory allows; good until these kernels run anything else.</returns>
    /// <exception cref="DeviceException">The device has not the memory for one of them.</exception>
    public GpuResidents Keep(ReadOnlySpan<DenseEpoch> epochs)
    {
        DenseEpoch first = epochs[0];
        long fits = Math.Min(epochs.Length, Fitting(first.Rows, first.Stride));
        for (int count = (int)fits; count > 0; count /= 2)
        {
            if (TryReserve(count, first.Rows, first.Width, first.Stride) is { } batch)
            {
                return new(this, _device, batch, [.. epochs[..count]]);
            }
        }
        throw TooLarge(first.Rows, first.Stride);
    }

    /// <inheritdoc/>
    public void Dispose() => _batch?.Dispose();

    /// <summary>Starts the kernels that turn stored weights into codes.</summary>
    internal void LaunchRows(GpuViews views, int subnets)
    {
        int rows = subnets * views.Rows;
        _kernels[nameof(GpuKernels.WeightParts)](rows * GpuRow.Parts, views);
        _kernels[nameof(GpuKernels.WeightSums)](rows, views);
        _kernels[nameof(GpuKernels.WeightShares)](rows * views.Width, views);
    }

    /// <summary>Starts the kernels of an epoch.</summary>
    internal void Launch(BondRule rule, GpuViews views, int subnets)
    {
        int columns = subnets * views.Width;
        int rows = subnets * views.Rows;
        _kernels[nameof(GpuKernels.Median)](columns, views);
        switch (rule)
        {
            case BondRule.Yuma2:
                _kernels[nameof(GpuKernels.Yuma2)](columns, views);
                break;
            case BondRule.Yuma3:
                _kernels[nameof(GpuKernels.Yuma3)](columns, views);
                break;
            default:
                _kernels[nameof(GpuKernels.ConsensusSum)](subnets, views);
                _kernels[nameof(GpuKernels.Liquid)](columns, views);
                break;
        }
        _kernels[nameof(GpuKernels.RankSum)](subnets, views);
        _kernels[nameof(GpuKernels.Incentive)](columns, views);
        _kernels[nameof(GpuKernels.RowParts)](rows * GpuRow.Parts, views);
        _kernels[nameof(GpuKernels.Rows)](rows, views);
    }

    private void InParts(DenseEpoch[] epochs, Action<GpuBatch, DenseEpoch[]> work)
    {
        if (epochs.Length == 0)
        {
            return;
        }
        int rows = Math.Max(1, epochs.Max(epoch => epoch.Rows));
        int width = Math.Max(DenseEpoch.Padding, epochs.Max(epoch => epoch.Width));
        int stride = Math.Max(DenseEpoch.Padding, epochs.Max(epoch => epoch.Stride));
        long fits = Fitting(rows, stride);
        int done = 0;
        while (done < epochs.Length)
        {
            int count = (int)Math.Min(fits, epochs.Length - done);
            if (count == 0)
            {
                throw TooLarge(rows, stride);
            }
            if (TryReserve(count, rows, width, stride) is not { } batch)
            {
                fits = count / 2;
                continue;
            }
            work(batch, epochs[done..(done + count)]);
            Batches++;
            done += count;
        }
        GC.KeepAlive(epochs); // their memory is worked on by address
    }

    private long Fitting(int rows, int stride) =>
        Math.Min(int.MaxValue / ((long)rows * stride), _mostBytes / GpuBatch.BytesOf(rows, stride));

    // Other programs may hold memory of the device: what it has in all is not what it can give.
    private GpuBatch? TryReserve(int subnets, int rows, int width, int stride)
    {
        if (_batch is { } held && held.Holds(subnets, rows, width, stride))
        {
            return held;
        }
        _batch?.Dispose();
        _batch = null;
        try
        {
            _batch = _reserve(subnets, rows, width, stride);
        }
        catch (Exception e) when (IsOutOfMemory(e)) { }
        return _batch;
    }

    private static bool IsOutOfMemory(Exception e) =>
        e is OutOfMemoryException or CudaException { Error: nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY) };

    private DeviceException TooLarge(int rows, int stride) =>
        new(
            $"{_device.Name} has not the memory for one subnet of {rows} validators and {stride} miners: "
                + $"it takes {GpuBatch.BytesOf(rows, stride)} bytes of at most {_mostBytes}"
        );
}
