using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>What bonds are divided by to become shares of a miner, <c>Σ_i B_ij + ε</c>, and what these shares earn.</summary>
/// <remarks>Source: variants §4.</remarks>
internal static class BondSums
{
    /// <summary>Turns the sums of a block's columns into divisors.</summary>
    public static void Guard(Span<Vector512<double>> sums, ColumnBlock block)
    {
        foreach (ref Vector512<double> sum in sums[block.From..block.To])
        {
            sum += Vector512.Create(PaperState.Epsilon);
        }
    }

    /// <summary>Adds <c>Σ_j B_ij / (Σ_i B_ij + ε) · I_j</c> over a block's columns to what each node earns.</summary>
    /// <param name="state">Bonds, and the sums of their columns.</param>
    /// <param name="block">The columns.</param>
    public static void Reward(PaperState state, ColumnBlock block)
    {
        Guard(state.BondSums.Lanes, block);
        for (int i = 0; i < state.Nodes; i++)
        {
            RewardedRow row = new(state.LaneRow(state.Bonds, i), state.BondSums.Lanes, state.Incentive.Lanes);
            state.Rewards[i].Add(ref row, block.From, block.To, state.Columns);
        }
    }

    /// <summary>What the shares of a node earn; its bonds stay as they are.</summary>
    private readonly ref struct RewardedRow(
        ReadOnlySpan<Vector512<double>> bonds,
        ReadOnlySpan<Vector512<double>> sums,
        ReadOnlySpan<Vector512<double>> incentive
    ) : ILaneRow
    {
        private readonly ReadOnlySpan<Vector512<double>> _bonds = bonds;
        private readonly ReadOnlySpan<Vector512<double>> _sums = sums;
        private readonly ReadOnlySpan<Vector512<double>> _incentive = incentive;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<double> At(int lane) => _bonds[lane] / _sums[lane] * _incentive[lane];
    }
}
