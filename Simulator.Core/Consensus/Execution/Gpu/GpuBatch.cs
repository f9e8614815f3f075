using ILGPU;
using ILGPU.Runtime;
using Simulator.Core.Consensus.Columns;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>Device memory for a number of subnets up to a shape.</summary>
internal sealed unsafe class GpuBatch : IDisposable
{
    // Codes, two bonds and a share of a cell; six numbers of a column; votes, stake, sums and their parts of a row.
    private const long CellBytes = sizeof(uint) + 2 * sizeof(ushort) + sizeof(long);
    private const long ColumnBytes = 3 * sizeof(long);
    private const long RowBytes = sizeof(uint) + (3 + 2 * GpuRow.Parts) * sizeof(long);

    private readonly List<MemoryBuffer> _owned = [];
    private readonly Accelerator _accelerator;
    private readonly GpuViews _views;

    /// <summary>Takes the memory.</summary>
    /// <param name="accelerator">The device.</param>
    /// <param name="subnets">Number of subnets.</param>
    /// <param name="rows">Most validators with a row.</param>
    /// <param name="width">Most miners, padded.</param>
    /// <param name="stride">Most cells from one row to the next.</param>
    public GpuBatch(Accelerator accelerator, int subnets, int rows, int width, int stride)
    {
        _accelerator = accelerator;
        Subnets = subnets;
        try
        {
            _views = Allocate(subnets, rows, width, stride);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How many subnets there is room for.</summary>
    public int Subnets { get; }

    /// <summary>The memory as kernels see it.</summary>
    public GpuViews Views => _views;

    /// <summary>Memory that a subnet of this shape takes.</summary>
    public static long BytesOf(int rows, int stride) =>
        rows * (stride * CellBytes + RowBytes) + stride * ColumnBytes + sizeof(GpuSubnet) + 2 * sizeof(long);

    /// <summary>Whether this many subnets of this shape fit.</summary>
    public bool Holds(int subnets, int rows, int width, int stride) =>
        subnets <= Subnets && rows <= _views.Rows && width == _views.Width && stride == _views.Stride;

    /// <summary>Copies weights alone to the device.</summary>
    public void UploadCodes(ReadOnlySpan<DenseEpoch> epochs)
    {
        for (int k = 0; k < epochs.Length; k++)
        {
            PutMatrix(epochs[k], epochs[k].Codes, _views.Codes, k);
        }
    }

    /// <summary>Copies weights alone from the device.</summary>
    public void DownloadCodes(ReadOnlySpan<DenseEpoch> epochs)
    {
        for (int k = 0; k < epochs.Length; k++)
        {
            TakeMatrix(epochs[k], _views.Codes, k, epochs[k].Codes);
        }
    }

    /// <summary>Copies all but the weights to the device.</summary>
    public void UploadState(ReadOnlySpan<DenseEpoch> epochs)
    {
        GpuSubnet[] subnets = new GpuSubnet[epochs.Length];
        for (int k = 0; k < epochs.Length; k++)
        {
            DenseEpoch epoch = epochs[k];
            subnets[k] = new()
            {
                Rule = epoch.Parameters,
                Rows = epoch.Rows,
                Voters = epoch.Voters,
                Minority = epoch.Minority,
            };
            Put(epoch.Votes, epoch.Rows, _views.Votes, k * _views.Rows);
            Put(epoch.Stake, epoch.Rows, _views.Stake, k * _views.Rows);
            PutMatrix(epoch, epoch.Bonds, _views.Bonds, k);
        }
        _views.Subnets.SubView(0, epochs.Length).CopyFromCPU(subnets);
    }

    /// <summary>Copies what the kernels wrote into the epochs.</summary>
    public void Download(ReadOnlySpan<DenseEpoch> epochs)
    {
        for (int k = 0; k < epochs.Length; k++)
        {
            DenseEpoch epoch = epochs[k];
            int firstRow = k * _views.Rows;
            int firstColumn = k * _views.Width;
            Take(_views.Consensus, firstColumn, epoch.Consensus, epoch.Width);
            Take(_views.Incentive, firstColumn, epoch.Incentive, epoch.Width);
            Take(_views.Trust, firstRow, epoch.Trust, epoch.Rows);
            Take(_views.Dividends, firstRow, epoch.Dividends, epoch.Rows);
            TakeMatrix(epoch, _views.NewBonds, k, epoch.NewBonds);
            TakeMatrix(epoch, _views.Shares, k, epoch.Shares);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (MemoryBuffer buffer in _owned)
        {
            buffer.Dispose();
        }
        _owned.Clear();
    }

    private GpuViews Allocate(int subnets, int rows, int width, int stride)
    {
        long allRows = (long)subnets * rows;
        long allColumns = (long)subnets * width;
        ArrayView<long> reciprocals = New<long>(Exponential.Terms);
        reciprocals.CopyFromCPU(Exponential.Reciprocals<GpuLane>());
        return new()
        {
            Rows = rows,
            Width = width,
            Stride = stride,
            Reciprocals = reciprocals,
            Subnets = New<GpuSubnet>(subnets),
            Codes = New<uint>(allRows * stride),
            Bonds = New<ushort>(allRows * stride),
            NewBonds = New<ushort>(allRows * stride),
            Shares = New<long>(allRows * stride),
            Votes = New<uint>(allRows),
            Stake = New<long>(allRows),
            Trust = New<long>(allRows),
            Dividends = New<long>(allRows),
            TrustParts = New<long>(allRows * GpuRow.Parts),
            DividendParts = New<long>(allRows * GpuRow.Parts),
            Consensus = New<long>(allColumns),
            Ranks = New<long>(allColumns),
            Incentive = New<long>(allColumns),
            RankSums = New<long>(subnets),
            ConsensusSums = New<long>(subnets),
        };
    }

    private ArrayView<T> New<T>(long count)
        where T : unmanaged
    {
        MemoryBuffer1D<T, Stride1D.Dense> buffer = _accelerator.Allocate1D<T>(count);
        _owned.Add(buffer);
        buffer.MemSetToZero(); // what pads a row is copied and never written
        return buffer.View;
    }

    private bool IsShapedAlike(DenseEpoch epoch) =>
        epoch.Width == _views.Width && epoch.Stride == _views.Stride;

    private void PutMatrix<T>(DenseEpoch epoch, T* from, ArrayView<T> to, int subnet)
        where T : unmanaged
    {
        long first = (long)subnet * _views.Rows * _views.Stride;
        if (IsShapedAlike(epoch))
        {
            Put(from, (long)epoch.Rows * epoch.Stride, to, first);
            return;
        }
        // What pads a narrow subnet may be left from a wider one.
        to.SubView(first, (long)_views.Rows * _views.Stride).MemSetToZero(_accelerator.DefaultStream);
        for (int i = 0; i < epoch.Rows; i++)
        {
            Put(from + (long)i * epoch.Stride, epoch.Width, to, first + (long)i * _views.Stride);
        }
    }

    private void TakeMatrix<T>(DenseEpoch epoch, ArrayView<T> from, int subnet, T* to)
        where T : unmanaged
    {
        long first = (long)subnet * _views.Rows * _views.Stride;
        if (IsShapedAlike(epoch))
        {
            Take(from, first, to, (long)epoch.Rows * epoch.Stride);
            return;
        }
        for (int i = 0; i < epoch.Rows; i++)
        {
            Take(from, first + (long)i * _views.Stride, to + (long)i * epoch.Stride, epoch.Width);
        }
    }

    private static void Put<T>(T* from, long count, ArrayView<T> to, long at)
        where T : unmanaged
    {
        if (count > 0)
        {
            to.SubView(at, count).CopyFromCPU(ref *from, count);
        }
    }

    private static void Take<T>(ArrayView<T> from, long at, T* to, long count)
        where T : unmanaged
    {
        if (count > 0)
        {
            from.SubView(at, count).CopyToCPU(ref *to, count);
        }
    }
}
