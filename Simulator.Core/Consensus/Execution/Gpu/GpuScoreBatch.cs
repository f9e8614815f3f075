using ILGPU;
using ILGPU.Runtime;
using Simulator.Core.Consensus.Execution.Scores;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>Device memory for the scores of a batch, in the batch's shape.</summary>
internal sealed unsafe class GpuScoreBatch : IDisposable
{
    // A score of a cell; its miner's block and a rank's weight of a column; largest numbers and their parts of a row.
    private const long ColumnBytes = sizeof(ulong) + sizeof(double);
    private const long RowBytes = (3 + GpuRow.Parts) * sizeof(double);

    private readonly List<MemoryBuffer> _owned = [];
    private readonly Accelerator _accelerator;

    /// <summary>Takes the memory.</summary>
    /// <param name="accelerator">The device.</param>
    /// <param name="batch">The batch that the codes go to.</param>
    public GpuScoreBatch(Accelerator accelerator, GpuBatch batch)
    {
        (_accelerator, Batch) = (accelerator, batch);
        try
        {
            Views = Allocate(batch.Subnets, batch.Views);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The batch that the codes go to.</summary>
    public GpuBatch Batch { get; }

    /// <summary>The memory as kernels see it.</summary>
    public GpuScoreViews Views { get; }

    /// <summary>Memory that the scores of a subnet of this shape take.</summary>
    public static long BytesOf(int rows, int stride) =>
        rows * (stride * (long)sizeof(double) + RowBytes + sizeof(GpuScoreRow))
        + stride * ColumnBytes
        + sizeof(GpuScoreSubnet);

    /// <summary>Copies what the kernels read to the device.</summary>
    public void Upload(ReadOnlySpan<DenseScores> all)
    {
        GpuScoreSubnet[] subnets = new GpuScoreSubnet[all.Length];
        GpuScoreRow[] rows = new GpuScoreRow[all.Length * Views.Rows];
        for (int k = 0; k < all.Length; k++)
        {
            DenseScores scores = all[k];
            (double mean, double deviation) = scores.Drawn ?? default;
            subnets[k] = new()
            {
                Rule = scores.Rule,
                Mean = mean,
                Deviation = deviation,
                Rows = scores.Rows,
                Columns = scores.Columns,
                IsDrawn = scores.Drawn is null ? 0 : 1,
            };
            for (int i = 0; i < scores.Rows; i++)
            {
                rows[k * Views.Rows + i] = new()
                {
                    Key = scores.Keys[i],
                    End = scores.Ends[i],
                    Self = scores.Selves[i],
                };
            }
            Put<ulong>(scores.Registered, Views.Registered, k * Views.Width);
            Put<double>(scores.Ranks, Views.Ranks, k * Views.Width);
            if (scores.Drawn is null)
            {
                PutScores(scores, k);
            }
        }
        Put<GpuScoreSubnet>(subnets, Views.Subnets, 0);
        Put<GpuScoreRow>(rows, Views.Validators, 0);
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

    private GpuScoreViews Allocate(int subnets, GpuViews batch)
    {
        long rows = (long)subnets * batch.Rows;
        long columns = (long)subnets * batch.Width;
        return new()
        {
            Rows = batch.Rows,
            Width = batch.Width,
            Stride = batch.Stride,
            Codes = batch.Codes,
            Subnets = New<GpuScoreSubnet>(subnets),
            Validators = New<GpuScoreRow>(rows),
            Scores = New<double>(rows * batch.Stride),
            Registered = New<ulong>(columns),
            Ranks = New<double>(columns),
            Tops = New<double>(rows),
            Largest = New<double>(rows),
            Ratios = New<double>(rows),
            Parts = New<double>(rows * GpuRow.Parts),
        };
    }

    private ArrayView<T> New<T>(long count)
        where T : unmanaged
    {
        MemoryBuffer1D<T, Stride1D.Dense> buffer = _accelerator.Allocate1D<T>(count);
        _owned.Add(buffer);
        return buffer.View;
    }

    private void PutScores(DenseScores scores, int subnet)
    {
        long first = (long)subnet * Views.Rows * Views.Stride;
        if (scores.Stride == Views.Stride)
        {
            Put<double>(new(scores.Scores, scores.Rows * scores.Stride), Views.Scores, first);
            return;
        }
        for (int i = 0; i < scores.Rows; i++)
        {
            Put<double>(scores.Row(i), Views.Scores, first + (long)i * Views.Stride);
        }
    }

    private static void Put<T>(ReadOnlySpan<T> from, ArrayView<T> to, long at)
        where T : unmanaged
    {
        if (from.Length > 0)
        {
            fixed (T* first = from)
            {
                to.SubView(at, from.Length).CopyFromCPU(ref *first, from.Length);
            }
        }
    }
}
