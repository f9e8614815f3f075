using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>The stake-weighted median: the largest score that at least a majority of stake supports.</summary>
/// <remarks>
/// Source: spec §1.5. With scores ascending and stake cumulated, the result is the score whose stake holds the position
/// "minority"; exactly on a border it is the higher score.
/// </remarks>
internal sealed class WeightedMedian
{
    private I32F32[] _scores = [];
    private int[] _list = [];
    private int[] _lower = [];
    private int[] _upper = [];

    /// <summary>The median of every column over the rows with a positive stake.</summary>
    /// <param name="stake">Stake of every row, any scale.</param>
    /// <param name="score">Scores; an absent one is 0.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="majority">Share of stake that carries a score.</param>
    public I32F32[] OfColumns(ReadOnlySpan<I32F32> stake, SparseMatrix score, int columns, I32F32 majority)
    {
        I32F32[] voters = PositiveShares(stake);
        I32F32 all = VectorMath.Sum(voters);
        SpreadColumns(stake, score, columns, voters.Length);
        I32F32[] medians = new I32F32[columns];
        for (int j = 0; j < columns; j++)
        {
            medians[j] = Of(
                voters,
                _scores.AsSpan(j * voters.Length, voters.Length),
                all.SaturatingSub(majority),
                I32F32.Zero,
                all
            );
        }
        return medians;
    }

    /// <summary>The score that holds a position in the cumulated stake.</summary>
    /// <param name="stake">Stake of every voter.</param>
    /// <param name="score">Score of every voter.</param>
    /// <param name="minority">The position.</param>
    /// <param name="low">Stake below all these voters.</param>
    /// <param name="high">Stake up to the last of them.</param>
    /// <returns>The score; 0 without voters.</returns>
    public I32F32 Of(
        ReadOnlySpan<I32F32> stake,
        ReadOnlySpan<I32F32> score,
        I32F32 minority,
        I32F32 low,
        I32F32 high
    )
    {
        int count = stake.Length;
        Reserve(count);
        for (int i = 0; i < count; i++)
        {
            _list[i] = i;
        }
        while (count > 1)
        {
            I32F32 pivot = score[_list[count / 2]];
            (int below, I32F32 belowStake, int above, I32F32 aboveStake) = Split(stake, score, pivot, count);
            if (below > 0 && minority < low.SaturatingAdd(belowStake))
            {
                (_list, _lower, count) = (_lower, _list, below);
                high = low.SaturatingAdd(belowStake);
            }
            else if (above > 0 && high.SaturatingSub(aboveStake) <= minority)
            {
                (_list, _upper, count) = (_upper, _list, above);
                low = high.SaturatingSub(aboveStake);
            }
            else
            {
                return pivot;
            }
        }
        return count == 0 ? I32F32.Zero : score[_list[0]];
    }

    /// <summary>Lists the voters below and above the pivot, in their order; those at the pivot are in neither list.</summary>
    private (int Below, I32F32 BelowStake, int Above, I32F32 AboveStake) Split(
        ReadOnlySpan<I32F32> stake,
        ReadOnlySpan<I32F32> score,
        I32F32 pivot,
        int count
    )
    {
        int below = 0,
            above = 0;
        I32F32 belowStake = I32F32.Zero,
            aboveStake = I32F32.Zero;
        for (int k = 0; k < count; k++)
        {
            int voter = _list[k];
            if (score[voter] < pivot)
            {
                _lower[below++] = voter;
                belowStake = belowStake.SaturatingAdd(stake[voter]);
            }
            else if (score[voter] > pivot)
            {
                _upper[above++] = voter;
                aboveStake = aboveStake.SaturatingAdd(stake[voter]);
            }
        }
        return (below, belowStake, above, aboveStake);
    }

    private static I32F32[] PositiveShares(ReadOnlySpan<I32F32> stake)
    {
        List<I32F32> positive = [];
        foreach (I32F32 value in stake)
        {
            if (value > I32F32.Zero)
            {
                positive.Add(value);
            }
        }
        I32F32[] shares = [.. positive];
        VectorMath.Normalize(shares.AsSpan());
        return shares;
    }

    private void SpreadColumns(ReadOnlySpan<I32F32> stake, SparseMatrix score, int columns, int voters)
    {
        if (_scores.Length < columns * voters)
        {
            _scores = new I32F32[columns * voters];
        }
        Array.Clear(_scores);
        int voter = 0;
        for (int i = 0; i < score.Rows; i++)
        {
            if (stake[i] <= I32F32.Zero)
            {
                continue;
            }
            ReadOnlySpan<ushort> at = score.Columns(i);
            ReadOnlySpan<I32F32> row = score.Values(i);
            for (int k = 0; k < row.Length; k++)
            {
                _scores[at[k] * voters + voter] = row[k];
            }
            voter++;
        }
    }

    private void Reserve(int count)
    {
        if (_list.Length < count)
        {
            (_list, _lower, _upper) = (new int[count], new int[count], new int[count]);
        }
    }
}
