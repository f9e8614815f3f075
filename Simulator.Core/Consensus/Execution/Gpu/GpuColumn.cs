using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>One column of one subnet in device memory.</summary>
/// <remarks>Indices have 32 bits, which halves the address arithmetic; a batch is made no larger than they reach.</remarks>
internal readonly struct GpuColumn(GpuViews views, int rows, int firstRow, int firstCodeRow, int miner)
    : IColumn<GpuLane>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public int Rows => rows;

    [MethodImpl(Inline)]
    public GpuLane Reciprocal(int n) => new(views.Reciprocals[n]);

    [MethodImpl(Inline)]
    public GpuLane Code(int row) => new(views.Codes[unchecked((firstCodeRow + row) * views.Stride + miner)]);

    [MethodImpl(Inline)]
    public GpuLane Stake(int row) => new(views.Stake[unchecked(firstRow + row)]);

    // Threads add up the clipped weights of a row together, afterwards.
    [MethodImpl(Inline)]
    public void Clip(int row, GpuLane clipped) { }

    [MethodImpl(Inline)]
    public GpuLane Bond(int row) => new(views.Bonds[At(row)]);

    [MethodImpl(Inline)]
    public void SetBond(int row, GpuLane units) => views.NewBonds[At(row)] = unchecked((ushort)units.Bits);

    [MethodImpl(Inline)]
    public GpuLane Held(int row) => new(views.Shares[At(row)]);

    [MethodImpl(Inline)]
    public void Hold(int row, GpuLane bond) => views.Shares[At(row)] = bond.Bits;

    [MethodImpl(Inline)]
    public void SetShare(int row, GpuLane share) => views.Shares[At(row)] = share.Bits;

    [MethodImpl(Inline)]
    private int At(int row) => unchecked((firstRow + row) * views.Stride + miner);
}
