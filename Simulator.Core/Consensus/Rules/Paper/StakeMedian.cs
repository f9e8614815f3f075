using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Stake-weighted median of each column: the largest weight that at least κ of the stake supports.</summary>
/// <remarks>
/// Source: variants §3.4: weights in descending order, stakes added up in that order, the weight at which the sum first
/// reaches κ; the largest weight where it never does. Eight columns are searched at a time, between weights of the
/// column: each step asks how much stake lies at or above a candidate and then moves to the nearest weight. Candidates
/// are interpolated between what is known on both sides, every third one halves the range. Where that stake lies so near to κ that the order of the sum could decide, the column is
/// done again in the order of the source.
/// </remarks>
internal sealed class StakeMedian
{
    // Far above what sums of shares differ by in any order, far below what shares differ by.
    private const double Near = 1e-10;

    // Columns lie far apart in memory: so many lanes of a row are fetched together.
    private const int LanesOfTile = 4;

    private readonly int _nodes;
    private readonly double[] _keys;
    private readonly int[] _order;
    private readonly Vector512<double>[] _tiles;

    public StakeMedian(int nodes)
    {
        _nodes = nodes;
        _keys = new double[nodes];
        _order = new int[nodes];
        _tiles = new Vector512<double>[LanesOfTile * nodes];
    }

    /// <summary>Finds the medians.</summary>
    /// <param name="state">Weights and stakes.</param>
    /// <param name="kappa">Majority κ.</param>
    /// <param name="medians">The result, one for every column of the padded row.</param>
    public void Find(PaperState state, double kappa, Span<double> medians)
    {
        Span<Vector512<double>> found = PaperState.InLanes(medians);
        double total = LaneSum.Of(state.StakeShares);
        // Where no sum reaches κ, the source takes the first weight of its order.
        bool reaches = total >= kappa - Near;
        // The least weight has all stake behind it, which is κ or more, but perhaps for rounding.
        Vector512<double> doubt = total <= kappa + Near ? Vector512<double>.AllBitsSet : default;
        for (int lane = 0; lane < found.Length; lane++)
        {
            if (lane % LanesOfTile == 0)
            {
                Gather(state, lane, Math.Min(LanesOfTile, found.Length - lane));
            }
            ReadOnlySpan<Vector512<double>> tile = _tiles.AsSpan(lane % LanesOfTile * _nodes, _nodes);
            Vector512<double> near = reaches ? doubt : default;
            (Vector512<double> least, Vector512<double> largest) = Range(tile);
            found[lane] = reaches
                ? Search(tile, state.StakeShares, kappa, least, largest, ref near)
                : largest;
            ulong again = near.ExtractMostSignificantBits();
            for (int column = 0; again != 0; column++, again >>= 1)
            {
                int j = lane * Vector512<double>.Count + column;
                if ((again & 1) != 0 && j < state.Columns)
                {
                    medians[j] = InOrder(tile, column, state.StakeShares, kappa);
                }
            }
        }
    }

    /// <summary>Copies columns together, lane by lane.</summary>
    private void Gather(PaperState state, int first, int count)
    {
        for (int i = 0; i < _nodes; i++)
        {
            ReadOnlySpan<Vector512<double>> row = state.LaneRow(state.Weights, i).Slice(first, count);
            for (int k = 0; k < row.Length; k++)
            {
                _tiles[k * _nodes + i] = row[k];
            }
        }
    }

    private static (Vector512<double> Least, Vector512<double> Largest) Range(
        ReadOnlySpan<Vector512<double>> tile
    )
    {
        Vector512<double> least = Vector512.Create(double.PositiveInfinity),
            largest = default;
        foreach (Vector512<double> weight in tile)
        {
            least = Vector512.MinNative(least, weight);
            largest = Vector512.MaxNative(largest, weight);
        }
        return (least, largest);
    }

    /// <summary>Narrows the range; <paramref name="near"/> marks columns whose result the order of a sum could change.</summary>
    private static Vector512<double> Search(
        ReadOnlySpan<Vector512<double>> tile,
        double[] stakes,
        double kappa,
        Vector512<double> low,
        Vector512<double> high,
        ref Vector512<double> near
    )
    {
        Vector512<double> enough = Vector512.Create(kappa),
            margin = Vector512.Create(Near),
            half = Vector512.Create(0.5),
            lowSupport = Vector512<double>.One,
            highSupport = default;
        for (int step = 1; Vector512.LessThanAny(low, high); step++)
        {
            Vector512<double> part =
                step % 3 == 0 ? half : (lowSupport - enough) / (lowSupport - highSupport);
            Vector512<double> between = low + (high - low) * part;
            // Rounding, or a range without support, may put it outside: the upper end is always a question.
            Vector512<double> candidate = Vector512.ConditionalSelect(
                Vector512.GreaterThan(between, low) & Vector512.LessThanOrEqual(between, high),
                between,
                high
            );
            Support(
                tile,
                stakes,
                candidate,
                out Vector512<double> support,
                out Vector512<double> up,
                out Vector512<double> down
            );
            near |= Vector512.LessThanOrEqual(Vector512.Abs(support - enough), margin);
            Vector512<double> reached = Vector512.GreaterThanOrEqual(support, enough);
            // A column that is done has one weight left: it must not fall below it.
            low = Vector512.ConditionalSelect(reached, up, low);
            high = Vector512.ConditionalSelect(reached, high, Vector512.MaxNative(low, down));
            lowSupport = Vector512.ConditionalSelect(reached, support, lowSupport);
            highSupport = Vector512.ConditionalSelect(reached, highSupport, support);
        }
        return low;
    }

    /// <summary>Stake at or above a candidate, the least weight there, and the largest weight below.</summary>
    private static void Support(
        ReadOnlySpan<Vector512<double>> tile,
        double[] stakes,
        Vector512<double> candidate,
        out Vector512<double> support,
        out Vector512<double> up,
        out Vector512<double> down
    )
    {
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity);
        Vector512<double> sum = default,
            above = infinity,
            below = default,
            otherSum = default,
            otherAbove = infinity,
            otherBelow = default;
        int i = 0;
        // Two rows at a time, in sums of their own: a single one would wait for itself.
        for (; i < tile.Length - 1; i += 2)
        {
            Vector512<double> weight = tile[i],
                otherWeight = tile[i + 1];
            Vector512<double> supports = Vector512.GreaterThanOrEqual(weight, candidate);
            Vector512<double> otherSupports = Vector512.GreaterThanOrEqual(otherWeight, candidate);
            sum += Vector512.ConditionalSelect(supports, Vector512.Create(stakes[i]), default);
            otherSum += Vector512.ConditionalSelect(otherSupports, Vector512.Create(stakes[i + 1]), default);
            above = Vector512.MinNative(above, Vector512.ConditionalSelect(supports, weight, infinity));
            otherAbove = Vector512.MinNative(
                otherAbove,
                Vector512.ConditionalSelect(otherSupports, otherWeight, infinity)
            );
            below = Vector512.MaxNative(below, Vector512.ConditionalSelect(supports, default, weight));
            otherBelow = Vector512.MaxNative(
                otherBelow,
                Vector512.ConditionalSelect(otherSupports, default, otherWeight)
            );
        }
        if (i < tile.Length)
        {
            Vector512<double> supports = Vector512.GreaterThanOrEqual(tile[i], candidate);
            sum += Vector512.ConditionalSelect(supports, Vector512.Create(stakes[i]), default);
            above = Vector512.MinNative(above, Vector512.ConditionalSelect(supports, tile[i], infinity));
            below = Vector512.MaxNative(below, Vector512.ConditionalSelect(supports, default, tile[i]));
        }
        support = sum + otherSum;
        up = Vector512.MinNative(above, otherAbove);
        down = Vector512.MaxNative(below, otherBelow);
    }

    /// <summary>The median of one column of the tile in the order of the source; equal weights in that of the nodes.</summary>
    private double InOrder(ReadOnlySpan<Vector512<double>> tile, int column, double[] stakes, double kappa)
    {
        for (int i = 0; i < _nodes; i++)
        {
            _keys[i] = -tile[i][column];
            _order[i] = i;
        }
        _keys.AsSpan().Sort(_order.AsSpan());
        double sum = 0;
        for (int start = 0, end; start < _nodes; start = end)
        {
            end = start + 1;
            while (end < _nodes && _keys[end].Equals(_keys[start]))
            {
                end++;
            }
            Span<int> equals = _order.AsSpan(start, end - start);
            equals.Sort();
            foreach (int node in equals)
            {
                sum += stakes[node];
                if (sum >= kappa)
                {
                    return -_keys[start];
                }
            }
        }
        return -_keys[0];
    }
}
