using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Weights and stakes as shares: <c>W ← W / (Σ_j W + ε)</c>, <c>S ← S / Σ S</c>.</summary>
/// <remarks>Source: variants §3.1–3.2. A row that adds up to 1 ends a little under it; a row of zeros stays.</remarks>
internal static class RowShares
{
    /// <summary>Takes an epoch's stakes and weights; the weights that the state had are then those of the epoch before.</summary>
    /// <exception cref="ArgumentException">
    /// A number is negative, infinite or NaN; the state has the weights that it had.
    /// </exception>
    public static void Take(PaperState state, ReadOnlySpan<double> weights, ReadOnlySpan<double> stakes)
    {
        TakeStakes(state, stakes);
        for (int i = 0; i < state.Validators; i++)
        {
            ReadOnlySpan<double> given = weights.Slice(i * state.Miners, state.Miners);
            given.CopyTo(state.PreviousWeights.AsSpan(i * state.Stride + state.FirstMiner));
            Span<Vector512<double>> row = state.LaneRow(state.PreviousWeights, i);
            if (!AreAmounts(row))
            {
                throw Refusal(weights, nameof(weights), state.Miners);
            }
            double sum = LaneSum.Of(state.Row(state.PreviousWeights, i)) + PaperState.Epsilon;
            foreach (ref Vector512<double> lane in row)
            {
                lane /= sum;
            }
            state.RowSums[i] = LaneSum.Of(state.Row(state.PreviousWeights, i));
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

    private static bool AreAmounts(ReadOnlySpan<Vector512<double>> row)
    {
        Vector512<double> bad = default,
            largest = Vector512.Create(double.MaxValue);
        foreach (Vector512<double> lane in row)
        {
            bad |= ~(Vector512.GreaterThanOrEqual(lane, default) & Vector512.LessThanOrEqual(lane, largest));
        }
        return bad == default;
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
}
