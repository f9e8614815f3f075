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

    /// <inheritdoc/>
    public void Dispose() => _batch?.Dispose();

    private void InParts(DenseEpoch[] epochs, Action<GpuBatch, DenseEpoch[]> work)
    {
        if (epochs.Length == 0)
        {
            return;
        }
        int rows = Math.Max(1, epochs.Max(epoch => epoch.Rows));
        int width = Math.Max(DenseEpoch.Padding, epochs.Max(epoch => epoch.Width));
        int stride = Math.Max(DenseEpoch.Padding, epochs.Max(epoch => epoch.Stride));
        int most = (int)Math.Min(int.MaxValue / ((long)rows * stride), epochs.Length);
        int done = 0;
        while (done < epochs.Length)
        {
            int rest = Math.Min(most, epochs.Length - done);
            (int count, int matrices) = Fitting(epochs.AsSpan(done, rest), rows, stride);
            if (count == 0)
            {
                throw TooLarge(rows, stride);
            }
            if (TryReserve(count, matrices, rows, width, stride) is not { } batch)
            {
                most = count / 2;
                continue;
            }
            work(batch, epochs[done..(done + count)]);
            Batches++;
            done += count;
        }
        GC.KeepAlive(epochs); // their memory is worked on by address
    }

    /// <summary>How many of the first epochs fit into the memory together, and how many weight matrices they have.</summary>
    private (int Epochs, int Matrices) Fitting(ReadOnlySpan<DenseEpoch> epochs, int rows, int stride)
    {
        long free = _mostBytes;
        int matrices = 0;
        for (int k = 0; k < epochs.Length; k++)
        {
            bool shares = GpuBatch.SharesWeights(epochs, k);
            free -= GpuBatch.BytesOf(rows, stride) + (shares ? 0 : GpuBatch.WeightBytesOf(rows, stride));
            if (free < 0)
            {
                return (k, matrices);
            }
            matrices += shares ? 0 : 1;
        }
        return (epochs.Length, matrices);
    }

    private void LaunchRows(GpuViews views, int subnets)
    {
        int rows = subnets * views.Rows;
        _kernels[nameof(GpuKernels.WeightParts)](rows * GpuRow.Parts, views);
        _kernels[nameof(GpuKernels.WeightSums)](rows, views);
        _kernels[nameof(GpuKernels.WeightShares)](rows * views.Width, views);
    }

    private void Launch(BondRule rule, GpuViews views, int subnets)
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
    private GpuBatch? TryReserve(int subnets, int matrices, int rows, int width, int stride)
    {
        if (_batch is { } held && held.Holds(subnets, matrices, rows, width, stride))
        {
            return held;
        }
        _batch?.Dispose();
        _batch = null;
        try
        {
            _batch = new(_device.Accelerator, subnets, matrices, rows, width, stride);
        }
        catch (CudaException e) when (e.Error == nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY)) { }
        return _batch;
    }

    private DeviceException TooLarge(int rows, int stride) =>
        new(
            $"{_device.Name} has not the memory for one subnet of {rows} validators and {stride} miners: "
                + $"it takes {GpuBatch.BytesOf(rows, stride) + GpuBatch.WeightBytesOf(rows, stride)} bytes of at most {_mostBytes}"
        );
}
