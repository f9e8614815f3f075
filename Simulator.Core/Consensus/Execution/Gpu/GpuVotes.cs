using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>The voting rows of one column of one subnet.</summary>
internal readonly struct GpuVotes(GpuViews views, int voters, int firstRow, int firstCodeRow, int miner)
    : IVotes<GpuCode>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public int Voters => voters;

    [MethodImpl(Inline)]
    public GpuCode Code(int row) => new(views.Codes[unchecked((firstCodeRow + row) * views.Stride + miner)]);

    // Pinned: a load that only one side of a choice uses would become a branch.
    [MethodImpl(Inline)]
    public GpuCode Votes(int row) => new(GpuIntrinsics.Pin(views.Votes[unchecked(firstRow + row)]));
}
