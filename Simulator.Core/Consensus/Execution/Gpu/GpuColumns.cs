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
    private readonly Func<int, int, int, int, int, GpuBatch> _reserve;
    private readonly Dictionary<string, Action<Index1D, GpuViews>> _kernels = [];
    private GpuBatch? _batch;

    /// <summary>Compiles the kernels for a device.</summary>
    /// <param name="device">The device; it is not disposed of here.</param>
    /// <param name="mostBytes">Most memory that a batch may take; all that the device has if left out.</param>
    /// <param name="reserve">Takes memory for a number of subnets, weight matrices, rows, width and stride; the device's if left out.</param>
    public GpuColumns(
        GpuDevice device,
        long? mostBytes = null,
        Func<int, int, int, int, int, GpuBatch>? reserve = null
    )
    {
        _device = device;
        _mostBytes = mostBytes ?? device.Memory;
        _reserve =
            reserve
            ?? (
                (subnets, matrices, rows, width, stride) =>
                    new(device.Accelerator, subnets, matrices, rows, width, stride)
            );
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
            (batch, _) =>
            {
                batch.UploadCodes([epoch]);
                LaunchRows(batch.Views, subnets: 1);
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

    /// <summary>Reserves memory for subnets of one rule and shape that stay on the device, and are run again and again.</summary>
    /// <returns>The first of them, as many as memory allows; good until these kernels run anything else.</returns>
    /// <exception cref="DeviceException">The device has not the memory for one of them.</exception>
    public GpuResidents Keep(ReadOnlySpan<DenseEpoch> epochs)
    {
        DenseEpoch first = epochs[0];
        int most = MostSubnets(epochs.Length, first.Rows, first.Stride);
        int fits = Fitting(epochs[..most], first.Rows, first.Stride, bytesBeside: 0).Epochs;
        for (int count = fits; count > 0; count /= 2)
        {
            if (TryReserve(count, count, first.Rows, first.Width, first.Stride, null) is { } batch)
            {
                return new(this, _device, batch, [.. epochs[..count]]);
            }
        }
        throw TooLarge(first.Rows, first.Stride, bytesBeside: 0);
    }

    /// <inheritdoc/>
    public void Dispose() => _batch?.Dispose();

    /// <summary>Starts the kernels that turn stored weights into codes.</summary>
    public void LaunchRows(GpuViews views, int subnets)
    {
        int rows = subnets * views.Rows;
        _kernels[nameof(GpuKernels.WeightParts)](rows * GpuRow.Parts, views);
        _kernels[nameof(GpuKernels.WeightSums)](rows, views);
        _kernels[nameof(GpuKernels.WeightShares)](rows * views.Width, views);
    }

    /// <summary>Starts the kernels of an epoch.</summary>
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
        long beside = bytesBeside?.Invoke(rows, stride) ?? 0;
        int most = MostSubnets(epochs.Length, rows, stride);
        int done = 0;
        while (done < epochs.Length)
        {
            int rest = Math.Min(most, epochs.Length - done);
            (int count, int matrices) = Fitting(epochs.AsSpan(done, rest), rows, stride, beside);
            if (count == 0)
            {
                throw TooLarge(rows, stride, beside);
            }
            if (TryReserve(count, matrices, rows, width, stride, reserve) is not { } batch)
            {
                most = count / 2;
                continue;
            }
            work(batch, done..(done + count));
            Batches++;
            done += count;
        }
        GC.KeepAlive(epochs); // their memory is worked on by address
    }

    /// <summary>As many as the cells of a batch can be numbered in 32 bits.</summary>
    private static int MostSubnets(int subnets, int rows, int stride) =>
        (int)Math.Min(int.MaxValue / ((long)rows * stride), subnets);

    /// <summary>How many of the first epochs fit into the memory together, and how many weight matrices they have.</summary>
    private (int Epochs, int Matrices) Fitting(
        ReadOnlySpan<DenseEpoch> epochs,
        int rows,
        int stride,
        long bytesBeside
    )
    {
        long free = _mostBytes;
        int matrices = 0;
        for (int k = 0; k < epochs.Length; k++)
        {
            bool shares = GpuBatch.SharesWeights(epochs, k);
            free -= GpuBatch.BytesOf(rows, stride) + bytesBeside;
            free -= shares ? 0 : GpuBatch.WeightBytesOf(rows, stride);
            if (free < 0)
            {
                return (k, matrices);
            }
            matrices += shares ? 0 : 1;
        }
        return (epochs.Length, matrices);
    }

    // Other programs may hold memory of the device: what it has in all is not what it can give.
    private GpuBatch? TryReserve(
        int subnets,
        int matrices,
        int rows,
        int width,
        int stride,
        Action<GpuBatch>? reserve
    )
    {
        try
        {
            if (_batch is not { } held || !held.Holds(subnets, matrices, rows, width, stride))
            {
                _batch?.Dispose();
                _batch = null;
                _batch = _reserve(subnets, matrices, rows, width, stride);
            }
            reserve?.Invoke(_batch);
        }
        catch (Exception e) when (IsOutOfMemory(e))
        {
            _batch?.Dispose();
            _batch = null;
        }
        return _batch;
    }

    private static bool IsOutOfMemory(Exception e) =>
        e is OutOfMemoryException or CudaException { Error: nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY) };

    private DeviceException TooLarge(int rows, int stride, long bytesBeside)
    {
        long bytes = GpuBatch.BytesOf(rows, stride) + GpuBatch.WeightBytesOf(rows, stride) + bytesBeside;
        return new(
            $"{_device.Name} has not the memory for one subnet of {rows} validators and {stride} miners: "
                + $"it takes {bytes} bytes of at most {_mostBytes}"
        );
    }
}
