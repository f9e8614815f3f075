using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>Every <see cref="Parts"/>-th miner of one row: neighbouring threads read neighbouring cells.</summary>
internal readonly struct GpuRow(GpuViews views, int subnet, int row, int codeRow, int part)
    : IWeightRow<GpuLane>
{
    /// <summary>Threads that share a row; rows are padded to a multiple of it.</summary>
    public const int Parts = DenseEpoch.Padding;

    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public int Steps => views.Width / Parts;

    [MethodImpl(Inline)]
    public GpuLane Code(int step) => new(views.Codes[unchecked(codeRow * views.Stride + Miner(step))]);

    [MethodImpl(Inline)]
    public GpuLane Consensus(int step) => new(views.Consensus[unchecked(subnet * views.Width + Miner(step))]);

    [MethodImpl(Inline)]
    public GpuLane Share(int step) => new(views.Shares[unchecked(row * views.Stride + Miner(step))]);

    [MethodImpl(Inline)]
    public GpuLane Incentive(int step) => new(views.Incentive[unchecked(subnet * views.Width + Miner(step))]);

    [MethodImpl(Inline)]
    private int Miner(int step) => unchecked(step * Parts + part);
}
