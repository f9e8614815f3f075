using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Preranks, ranks, trust and incentive.</summary>
/// <remarks>Source: variants §3.3 and §3.6–3.9.</remarks>
internal static class Ranks
{
    /// <summary><c>P_j = Σ_i S_i W_ij</c>.</summary>
    public static void SetPreranks(PaperState state)
    {
        AddUp(state, state.Weights, state.Preranks);
        if (state.Judged == state.Weights)
        {
            state.Preranks.CopyTo(state.JudgedRanks, 0);
        }
        else
        {
            AddUp(state, state.Judged, state.JudgedRanks);
        }
    }

    private static void AddUp(PaperState state, double[] matrix, double[] ranks)
    {
        Span<Vector512<double>> sums = PaperState.InLanes(ranks);
        sums.Clear();
        for (int i = 0; i < state.Nodes; i++)
        {
            double stake = state.StakeShares[i];
            ReadOnlySpan<Vector512<double>> weights = state.LaneRow(matrix, i);
            for (int j = 0; j < sums.Length; j++)
            {
                sums[j] += stake * weights[j];
            }
        }
    }

    /// <summary><c>R_j = Σ_i S_i min(W_ij, C_j)</c>, trust of the columns and of the validators, and incentive.</summary>
    public static void SetRanks(PaperState state, bool winnerTakesAll)
    {
        Span<Vector512<double>> ranks = PaperState.InLanes(state.Ranks);
        ReadOnlySpan<Vector512<double>> consensus = PaperState.InLanes(state.Consensus);
        Span<Vector512<double>> clipped = PaperState.InLanes(state.Scratch);
        ranks.Clear();
        for (int i = 0; i < state.Nodes; i++)
        {
            double stake = state.StakeShares[i];
            ReadOnlySpan<Vector512<double>> weights = state.LaneRow(state.Judged, i);
            for (int j = 0; j < ranks.Length; j++)
            {
                clipped[j] = Vector512.MinNative(weights[j], consensus[j]);
                ranks[j] += stake * clipped[j];
            }
            state.ValidatorTrust[i] = LaneSum.Of(state.Scratch.AsSpan(0, state.Columns)) / state.RowSums[i];
        }
        for (int j = 0; j < state.Columns; j++)
        {
            state.Trust[j] = OrZero(state.Ranks[j] / state.Preranks[j]);
        }
        if (winnerTakesAll)
        {
            GiveToWinners(state.Ranks.AsSpan(0, state.Columns), state.Incentive);
        }
        else
        {
            Share(state.Ranks.AsSpan(0, state.Columns), state.Incentive);
        }
    }

    private static void Share(ReadOnlySpan<double> ranks, Span<double> incentive)
    {
        double sum = LaneSum.Of(ranks);
        for (int j = 0; j < ranks.Length; j++)
        {
            incentive[j] = OrZero(ranks[j] / sum);
        }
    }

    /// <summary>All miners of exactly the highest rank share; where all ranks are 0, that is everybody.</summary>
    private static void GiveToWinners(ReadOnlySpan<double> ranks, Span<double> incentive)
    {
        double highest = double.NegativeInfinity;
        foreach (double rank in ranks)
        {
            highest = Math.Max(highest, rank);
        }
        int winners = 0;
        foreach (double rank in ranks)
        {
            winners += rank.Equals(highest) ? 1 : 0;
        }
        for (int j = 0; j < ranks.Length; j++)
        {
            incentive[j] = ranks[j].Equals(highest) ? 1.0 / winners : 0;
        }
    }

    /// <summary>A number as the source cleans it: NaN is 0, an infinite one the largest.</summary>
    private static double OrZero(double number) =>
        double.IsNaN(number) ? 0 : Math.Clamp(number, -double.MaxValue, double.MaxValue);
}
