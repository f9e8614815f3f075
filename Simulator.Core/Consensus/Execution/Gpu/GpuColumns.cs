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
    private readonly Dictionary<string, Action<Index1D, GpuViews>> _kernels = [];
    private GpuBatch? _batch;

    /// <summary>Compiles the kernels for a device.</summary>
    /// <param name="device">The device; it is not disposed of here.</param>
    /// <param name="mostBytes">Most memory that a batch may take; all that the device has if left out.</param>
    public GpuColumns(GpuDevice device, long? mostBytes = null)
    {
        _device = device;
        _mostBytes = mostBytes ?? device.Memory;
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
                batch.UploadCodes([epoch]);
                LaunchRows(batch.Views, 1);
                batch.DownloadCodes([epoch]);
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
            DenseEpoch[] ofRule = [.. epochs.Where(epoch => epoch.Rule == rule)];
            InParts(
                ofRule,
                (batch, part) =>
                {
                    DenseEpoch[] some = ofRule[part];
                    batch.UploadState(some);
                    batch.UploadCodes(some);
                    Launch(rule, batch.Views, some.Length);
                    batch.Download(some);
                }
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _batch?.Dispose();

    /// <summary>Works on epochs, as many at a time as memory allows.</summary>
    /// <param name="epochs">The epochs.</param>
    /// <param name="work">Gets device memory, and which of the epochs are to go there.</param>
    /// <param name="reserve">Takes what memory the work needs beside it, if any.</param>
    /// <param name="bytesBeside">How much that is for a subnet, out of its rows and the cells from one to the next.</param>
    public void InParts(
        DenseEpoch[] epochs,
        Action<GpuBatch, Range> work,
        Action<GpuBatch>? reserve = null,
        Func<int, int, long>? bytesBeside = null
    )
    {
        if (epochs.Length == 0)
        {
            return;
        }
        int rows = Math.Max(1, epochs.Max(epoch => epoch.Rows));
        int width = Math.Max(DenseEpoch.Padding, epochs.Max(epoch => epoch.Width));
        int stride = Math.Max(DenseEpoch.Padding, epochs.Max(epoch => epoch.Stride));
        long bytes = GpuBatch.BytesOf(rows, stride) + (bytesBeside?.Invoke(rows, stride) ?? 0);
        long fits = Math.Min(int.MaxValue / ((long)rows * stride), _mostBytes / bytes);
        int done = 0;
        while (done < epochs.Length)
        {
            int count = (int)Math.Min(fits, epochs.Length - done);
            if (count == 0)
            {
                throw TooLarge(rows, stride, bytes);
            }
            if (TryReserve(count, rows, width, stride, reserve) is not { } batch)
            {
                fits = count / 2;
                continue;
            }
            work(batch, done..(done + count));
            Batches++;
            done += count;
        }
        GC.KeepAlive(epochs); // their memory is worked on by address
    }

    /// <summary>Turns stored weights of a batch into weight codes.</summary>
    public void LaunchRows(GpuViews views, int subnets)
    {
        int rows = subnets * views.Rows;
        _kernels[nameof(GpuKernels.WeightParts)](rows * GpuRow.Parts, views);
        _kernels[nameof(GpuKernels.WeightSums)](rows, views);
        _kernels[nameof(GpuKernels.WeightShares)](rows * views.Width, views);
    }

    /// <summary>Runs the columns and rows of a batch.</summary>
    public void Launch(BondRule rule, GpuViews views, int subnets)
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

    // Other programs may hold memory of the device: what it has in all is not what it can give.
    private GpuBatch? TryReserve(int subnets, int rows, int width, int stride, Action<GpuBatch>? reserve)
    {
        try
        {
            if (_batch is not { } held || !held.Holds(subnets, rows, width, stride))
            {
                _batch?.Dispose();
                _batch = null;
                _batch = new(_device.Accelerator, subnets, rows, width, stride);
            }
            reserve?.Invoke(_batch!);
        }
        catch (CudaException e) when (e.Error == nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY))
        {
            _batch?.Dispose();
            _batch = null;
        }
        return _batch;
    }

    private DeviceException TooLarge(int rows, int stride, long bytes) =>
        new(
            $"{_device.Name} has not the memory for one subnet of {rows} validators and {stride} miners: "
                + $"it takes {bytes} bytes of at most {_mostBytes}"
        );
}
