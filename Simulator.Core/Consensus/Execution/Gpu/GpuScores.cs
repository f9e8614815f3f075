using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>One validator's scores in device memory, as its ranks are counted.</summary>
internal readonly struct GpuScores(GpuScoreViews views, int miners, int first, int firstRank)
    : IScoreRow<GpuReal>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public int Miners => miners;

    [MethodImpl(Inline)]
    public GpuReal Score(int miner) => new(views.Scores[unchecked(first + miner)]);

    [MethodImpl(Inline)]
    public GpuReal WeightOf(GpuReal rank) => new(views.Ranks[unchecked(firstRank + (int)rank.Value)]);
}
