using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Stake-weighted median of each column: the largest weight that at least κ of the stake supports.</summary>
/// <remarks>
/// Source: variants §3.4: weights in descending order, stakes added up in that order, the weight at which the sum first
/// reaches κ; the largest weight where it never does. Eight columns are searched at a time, by bisection between weights
/// of the column: each step asks how much stake lies at or above a candidate and then moves to the nearest weight, so
/// about log₂ V + 3 steps do. Where that stake lies so near to κ that the order of the sum could decide, the column is
/// done again in the order of the source.
/// </remarks>
internal sealed class StakeMedian
{
    // Far above what sums of shares differ by in any order, far below what shares differ by.
    private const double Near = 1e-10;

    private readonly int _nodes;
    private readonly double[] _keys;
    private readonly int[] _order;
    private readonly Vector512<double>[] _tile;

    public StakeMedian(int nodes)
    {
        _nodes = nodes;
        _keys = new double[nodes];
        _order = new int[nodes];
        _tile = new Vector512<double>[nodes];
    }

    /// <summary>Finds the medians.</summary>
    /// <param name="state">Weights and stakes.</param>
    /// <param name="kappa">Majority κ.</param>
    /// <param name="medians">The result, one for every column of the padded row.</param>
    public void Find(PaperState state, double kappa, Span<double> medians)
    {
        Span<Vector512<double>> found = PaperState.InLanes(medians);
        double total = LaneSum.Of(state.StakeShares);
        // The least weight has all stake behind it, which is κ or more, but perhaps for rounding.
        Vector512<double> doubt = total <= kappa + Near ? Vector512<double>.AllBitsSet : default;
        for (int lane = 0; lane < found.Length; lane++)
        {
            Gather(state, lane);
            Vector512<double> near = doubt;
            found[lane] =
                total >= kappa - Near ? Search(state.StakeShares, kappa, ref near) : Largest(ref near);
            ulong again = near.ExtractMostSignificantBits();
            for (int column = 0; again != 0; column++, again >>= 1)
            {
                int j = lane * Vector512<double>.Count + column;
                if ((again & 1) != 0 && j < state.Columns)
                {
                    medians[j] = InOrder(column, state.StakeShares, kappa);
                }
            }
        }
    }

    private void Gather(PaperState state, int lane)
    {
        for (int i = 0; i < _nodes; i++)
        {
            _tile[i] = state.LaneRow(state.Weights, i)[lane];
        }
    }

    /// <summary>No sum reaches κ: the source then takes the first of its order.</summary>
    private Vector512<double> Largest(ref Vector512<double> near)
    {
        near = default;
        Vector512<double> largest = default;
        foreach (Vector512<double> weight in _tile)
        {
            largest = Vector512.MaxNative(largest, weight);
        }
        return largest;
    }

    /// <summary>Bisects; <paramref name="near"/> marks the columns whose result the order of a sum could change.</summary>
    private Vector512<double> Search(double[] stakes, double kappa, ref Vector512<double> near)
    {
        Vector512<double> low = Vector512.Create(double.PositiveInfinity),
            high = default,
            enough = Vector512.Create(kappa),
            margin = Vector512.Create(Near);
        foreach (Vector512<double> weight in _tile)
        {
            low = Vector512.MinNative(low, weight);
            high = Vector512.MaxNative(high, weight);
        }
        while (Vector512.LessThanAny(low, high))
        {
            Vector512<double> middle = low + (high - low) * 0.5;
            Vector512<double> candidate = Vector512.ConditionalSelect(
                Vector512.GreaterThan(middle, low),
                middle,
                high
            );
            Support(
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
        }
        return low;
    }

    /// <summary>Stake at or above a candidate, the least weight there, and the largest weight below.</summary>
    private void Support(
        double[] stakes,
        Vector512<double> candidate,
        out Vector512<double> support,
        out Vector512<double> up,
        out Vector512<double> down
    )
    {
        Vector512<double> sum = default,
            above = Vector512.Create(double.PositiveInfinity),
            below = default;
        for (int i = 0; i < _tile.Length; i++)
        {
            Vector512<double> weight = _tile[i];
            Vector512<double> supports = Vector512.GreaterThanOrEqual(weight, candidate);
            sum += supports & Vector512.Create(stakes[i]);
            above = Vector512.ConditionalSelect(supports, Vector512.MinNative(above, weight), above);
            below = Vector512.ConditionalSelect(supports, below, Vector512.MaxNative(below, weight));
        }
        (support, up, down) = (sum, above, below);
    }

    /// <summary>The median of one column of the tile in the order of the source; equal weights in that of the nodes.</summary>
    private double InOrder(int column, double[] stakes, double kappa)
    {
        for (int i = 0; i < _nodes; i++)
        {
            _keys[i] = -_tile[i][column];
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
