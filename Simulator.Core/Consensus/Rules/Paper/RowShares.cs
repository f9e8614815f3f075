using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Weights and stakes as shares: <c>W ← W / (Σ_j W + ε)</c>, <c>S ← S / Σ S</c>.</summary>
/// <remarks>Source: variants §3.1–3.2. A row that adds up to 1 ends a little under it; a row of zeros stays.</remarks>
internal static class RowShares
{
    /// <summary>Takes an epoch's weights and stakes into a state.</summary>
    public static void Take(PaperState state, ReadOnlySpan<double> weights, ReadOnlySpan<double> stakes)
    {
        for (int i = 0; i < state.Validators; i++)
        {
            ReadOnlySpan<double> given = weights.Slice(i * state.Miners, state.Miners);
            given.CopyTo(state.Weights.AsSpan(i * state.Stride + state.FirstMiner));
            double sum = LaneSum.Of(state.Row(state.Weights, i)) + PaperState.Epsilon;
            foreach (ref Vector512<double> lane in state.LaneRow(state.Weights, i))
            {
                lane /= sum;
            }
        }
        stakes.CopyTo(state.Stakes);
        double total = LaneSum.Of(state.Stakes);
        for (int i = 0; i < state.Nodes; i++)
        {
            state.StakeShares[i] = state.Stakes[i] / total;
        }
    }

    /// <summary>Refuses numbers that are no weights or stakes.</summary>
    /// <param name="numbers">A matrix, row by row, or a vector.</param>
    /// <param name="name">What they are.</param>
    /// <param name="columns">Columns of the matrix; 0 for a vector.</param>
    /// <exception cref="ArgumentException">A number is negative, infinite or NaN.</exception>
    public static void Check(ReadOnlySpan<double> numbers, string name, int columns)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!(numbers[i] >= 0 && numbers[i] < double.PositiveInfinity))
            {
                string place = columns == 0 ? $"[{i}]" : $"[{i / columns}, {i % columns}]";
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"{name}{place} is {numbers[i]}: it must be 0 or more, and finite"
                    ),
                    name
                );
            }
        }
    }
}
