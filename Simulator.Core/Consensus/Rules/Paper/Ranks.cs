using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Ranks, trust and incentive.</summary>
/// <remarks>Source: variants §3.6–3.9.</remarks>
internal static class Ranks
{
    /// <summary><c>R_j = Σ_i S_i min(W_ij, C_j)</c>, trust of the columns and of the validators, and incentive.</summary>
    public static void Set(PaperState state, bool winnerTakesAll)
    {
        AddUp(state);
        ReadOnlySpan<Vector512<double>> ranks = state.Ranks.Lanes;
        ReadOnlySpan<Vector512<double>> preranks = state.Preranks.Lanes;
        Span<Vector512<double>> trust = state.Trust.Lanes;
        for (int j = 0; j < trust.Length; j++)
        {
            trust[j] = OrZero(ranks[j] / preranks[j]);
        }
        if (winnerTakesAll)
        {
            GiveToWinners(state.Ranks.Numbers[..state.Columns], state.Incentive.Numbers);
        }
        else
        {
            double sum = LaneSum.Of(state.Ranks.Numbers[..state.Columns]);
            Share(ranks, sum, state.Incentive.Lanes);
        }
    }

    /// <summary>Ranks and validator trust; where weights of the epoch before are clipped, also what they add up to unclipped.</summary>
    private static void AddUp(PaperState state)
    {
        bool judgesOthers = state.Judged != state.Weights;
        state.JudgedRanks.Numbers.Clear();
        state.Ranks.Numbers.Clear();
        for (int i = 0; i < state.Nodes; i++)
        {
            ReadOnlySpan<Vector512<double>> weights = state.LaneRow(state.Judged, i);
            if (judgesOthers)
            {
                Weigh(weights, state.StakeShares[i], state.JudgedRanks.Lanes);
            }
            ClippedRow row = new(
                weights,
                state.Consensus.Lanes,
                state.Ranks.Lanes,
                Vector512.Create(state.StakeShares[i])
            );
            RunningSum clipped = default;
            clipped.Add(ref row, 0, state.Lanes, state.Columns);
            state.ValidatorTrust[i] = clipped.Total(state.Columns) / state.RowSums[i];
        }
        if (!judgesOthers)
        {
            state.Preranks.Numbers.CopyTo(state.JudgedRanks.Numbers);
        }
    }

    private static void Weigh(
        ReadOnlySpan<Vector512<double>> weights,
        double stake,
        Span<Vector512<double>> sums
    )
    {
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] += stake * weights[j];
        }
    }

    private static void Share(
        ReadOnlySpan<Vector512<double>> ranks,
        double sum,
        Span<Vector512<double>> incentive
    )
    {
        for (int j = 0; j < incentive.Length; j++)
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

    /// <summary>Numbers as the source cleans them: NaN is 0, an infinite one the largest.</summary>
    private static Vector512<double> OrZero(Vector512<double> numbers)
    {
        Vector512<double> largest = Vector512.Create(double.MaxValue);
        Vector512<double> finite = Vector512.MaxNative(-largest, Vector512.MinNative(largest, numbers));
        return Vector512.ConditionalSelect(Vector512.Equals(numbers, numbers), finite, default);
    }

    /// <summary>The weights of a validator, clipped.</summary>
    private readonly ref struct ClippedRow(
        ReadOnlySpan<Vector512<double>> weights,
        ReadOnlySpan<Vector512<double>> consensus,
        Span<Vector512<double>> ranks,
        Vector512<double> stake
    ) : ILaneRow
    {
        private readonly ReadOnlySpan<Vector512<double>> _weights = weights;
        private readonly ReadOnlySpan<Vector512<double>> _consensus = consensus;
        private readonly Span<Vector512<double>> _ranks = ranks;
        private readonly Vector512<double> _stake = stake;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<double> At(int lane)
        {
            Vector512<double> clipped = Vector512.MinNative(_weights[lane], _consensus[lane]);
            _ranks[lane] += _stake * clipped;
            return clipped;
        }
    }
}
