using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Weights and stakes as shares: <c>W ← W / (Σ_j W + ε)</c>, <c>S ← S / Σ S</c>.</summary>
/// <remarks>Source: variants §3.1–3.2. A row that adds up to 1 ends a little under it; a row of zeros stays.</remarks>
internal static class RowShares
{
    /// <summary>
    /// Takes an epoch's stakes and weights; the weights that the state had are then those of the epoch before. Preranks
    /// <c>P_j = Σ_i S_i W_ij</c> are added up on the way.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A number is negative, infinite or NaN; the state has the weights that it had.
    /// </exception>
    public static void Take(PaperState state, ReadOnlySpan<double> weights, ReadOnlySpan<double> stakes)
    {
        TakeStakes(state, stakes);
        state.Preranks.Numbers.Clear();
        for (int i = 0; i < state.Validators; i++)
        {
            ReadOnlySpan<double> given = weights.Slice(i * state.Miners, state.Miners);
            given.CopyTo(state.PreviousWeights.Numbers.Slice(i * state.Stride + state.FirstMiner));
            GivenRow row = new(state.LaneRow(state.PreviousWeights, i));
            RunningSum sum = default;
            sum.Add(ref row, 0, state.Lanes, state.Columns);
            if (!row.HoldsAmounts)
            {
                throw Refusal(weights, nameof(weights), state.Miners);
            }
            SharedRow shares = new(
                state.LaneRow(state.PreviousWeights, i),
                state.Preranks.Lanes,
                Vector512.Create(sum.Total(state.Columns) + PaperState.Epsilon),
                Vector512.Create(state.StakeShares[i])
            );
            sum = default;
            sum.Add(ref shares, 0, state.Lanes, state.Columns);
            state.RowSums[i] = sum.Total(state.Columns);
        }
        (state.Weights, state.PreviousWeights) = (state.PreviousWeights, state.Weights);
    }

    private static void TakeStakes(PaperState state, ReadOnlySpan<double> stakes)
    {
        foreach (double stake in stakes)
        {
            if (!(stake >= 0 && double.IsFinite(stake)))
            {
                throw Refusal(stakes, nameof(stakes), columns: 0);
            }
        }
        stakes.CopyTo(state.Stakes);
        double total = LaneSum.Of(state.Stakes);
        for (int i = 0; i < state.Nodes; i++)
        {
            state.StakeShares[i] = state.Stakes[i] / total;
        }
    }

    /// <summary>Names the first number that is no amount.</summary>
    private static ArgumentException Refusal(ReadOnlySpan<double> numbers, string name, int columns)
    {
        int i = 0;
        while (numbers[i] >= 0 && double.IsFinite(numbers[i]))
        {
            i++;
        }
        string place = columns == 0 ? $"[{i}]" : $"[{i / columns}, {i % columns}]";
        return new(
            FormattableString.Invariant($"{name}{place} is {numbers[i]}: it must be 0 or more, and finite"),
            name
        );
    }

    /// <summary>Weights as they were given, and whether all of them can be weights.</summary>
    private ref struct GivenRow(ReadOnlySpan<Vector512<double>> row) : ILaneRow
    {
        private readonly ReadOnlySpan<Vector512<double>> _row = row;
        private Vector512<double> _bad;

        public readonly bool HoldsAmounts => _bad == default;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<double> At(int lane)
        {
            Vector512<double> weight = _row[lane];
            _bad |= ~(
                Vector512.GreaterThanOrEqual(weight, default)
                & Vector512.LessThanOrEqual(weight, Vector512.Create(double.MaxValue))
            );
            return weight;
        }
    }

    /// <summary>Weights that become shares of their row.</summary>
    private readonly ref struct SharedRow(
        Span<Vector512<double>> row,
        Span<Vector512<double>> preranks,
        Vector512<double> sum,
        Vector512<double> stake
    ) : ILaneRow
    {
        private readonly Span<Vector512<double>> _row = row;
        private readonly Span<Vector512<double>> _preranks = preranks;
        private readonly Vector512<double> _sum = sum;
        private readonly Vector512<double> _stake = stake;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<double> At(int lane)
        {
            Vector512<double> share = _row[lane] / _sum;
            _row[lane] = share;
            _preranks[lane] += _stake * share;
            return share;
        }
    }
}
