using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>The bonds of a node that become shares of their column, and what they earn.</summary>
/// <remarks>Source: variants §4. <c>B ← B / (Σ_i B + ε)</c>, <c>D_i = Σ_j B_ij I_j</c>.</remarks>
/// <param name="state">Bonds and the divisor of each column.</param>
/// <param name="node">The row.</param>
internal readonly ref struct NormalisedRow(PaperState state, int node) : ILaneRow
{
    private readonly Span<Vector512<double>> _bonds = state.LaneRow(state.Bonds, node);
    private readonly ReadOnlySpan<Vector512<double>> _sums = state.BondSums.Lanes;
    private readonly ReadOnlySpan<Vector512<double>> _incentive = state.Incentive.Lanes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> At(int lane)
    {
        Vector512<double> share = LaneZero.OrZero(_bonds[lane] / _sums[lane]);
        _bonds[lane] = share;
        return share * _incentive[lane];
    }
}
