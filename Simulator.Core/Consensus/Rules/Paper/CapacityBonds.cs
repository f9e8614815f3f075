using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Bonds that a validator buys from the capacity that its stake gives: Yuma 2C.</summary>
/// <remarks>
/// Source: variants §4. <c>room = max(0, cap_i − B_old)</c>, <c>B = min((1−δ) B_old + min(γ cap_i, room) W, cap_i)</c>,
/// <c>D_i = Σ_j B_ij / (Σ_i B_ij + ε) · I_j</c>. Weights are not clipped, and rates are never liquid.
/// </remarks>
/// <param name="parameters">Decay and capacity.</param>
internal sealed class CapacityBonds(PaperParameters parameters) : IPaperBonds
{
    // 2⁶⁴ − 1 of the source, as a double.
    private const double LargestCapacity = 18446744073709551616.0;

    /// <inheritdoc/>
    public bool HasRates => false;

    /// <inheritdoc/>
    public void Advance(PaperState state)
    {
        state.BeginRewards();
        ColumnBlock block = ColumnBlock.First(state.Nodes, state.Lanes);
        for (; !block.IsEmpty; block = block.Next(state.Lanes))
        {
            for (int i = 0; i < state.Nodes; i++)
            {
                Buy(state, i, block);
            }
            BondSums.Reward(state, block);
        }
        state.EndRewards();
    }

    private void Buy(PaperState state, int node, ColumnBlock block)
    {
        double kept = 1 - parameters.DecayRate;
        Vector512<double> capacity = Vector512.Create(state.StakeShares[node] * LargestCapacity);
        Vector512<double> most = capacity * parameters.CapacityAlpha;
        ReadOnlySpan<Vector512<double>> weights = state.LaneRow(state.Weights, node);
        Span<Vector512<double>> bonds = state.LaneRow(state.Bonds, node);
        Span<Vector512<double>> sums = state.BondSums.Lanes;
        for (int j = block.From; j < block.To; j++)
        {
            // Without stake at all, capacities are NaN, and bonds have to become so too: the native operations
            // give their second number where one is NaN.
            Vector512<double> room = Vector512.MaxNative(default, capacity - bonds[j]);
            Vector512<double> power = Vector512.MinNative(most, room);
            Vector512<double> bond = Vector512.MinNative(capacity, kept * bonds[j] + power * weights[j]);
            bonds[j] = bond;
            sums[j] += bond;
        }
    }
}
