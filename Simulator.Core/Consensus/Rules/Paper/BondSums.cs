using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>What bonds are divided by to become shares of a miner: <c>Σ_i B_ij + ε</c>.</summary>
/// <remarks>Source: variants §4.</remarks>
internal static class BondSums
{
    /// <summary>The divisor of each column.</summary>
    public static Span<Vector512<double>> Of(PaperState state)
    {
        Span<Vector512<double>> sums = state.ClearedColumnSums();
        for (int i = 0; i < state.Nodes; i++)
        {
            ReadOnlySpan<Vector512<double>> bonds = state.LaneRow(state.Bonds, i);
            for (int j = 0; j < sums.Length; j++)
            {
                sums[j] += bonds[j];
            }
        }
        foreach (ref Vector512<double> sum in sums)
        {
            sum += Vector512.Create(PaperState.Epsilon);
        }
        return sums;
    }

    /// <summary><c>Σ_j B_ij / (Σ_i B_ij + ε) · I_j</c>: what each node earns by its shares.</summary>
    public static void Reward(PaperState state)
    {
        ReadOnlySpan<Vector512<double>> sums = Of(state);
        Span<Vector512<double>> shares = PaperState.InLanes(state.Scratch);
        for (int i = 0; i < state.Nodes; i++)
        {
            ReadOnlySpan<Vector512<double>> bonds = state.LaneRow(state.Bonds, i);
            for (int j = 0; j < shares.Length; j++)
            {
                shares[j] = bonds[j] / sums[j];
            }
            state.Dividends[i] = LaneSum.OfProducts(
                state.Scratch.AsSpan(0, state.Columns),
                state.Incentive.AsSpan(0, state.Columns)
            );
        }
    }
}
