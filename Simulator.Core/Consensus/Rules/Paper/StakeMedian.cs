using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Stake-weighted median of each column: the largest weight that at least κ of the stake supports.</summary>
/// <remarks>
/// Source: variants §3.4: weights in descending order, stakes added up in that order, the weight at which the sum first
/// reaches κ; the largest weight where it never does. Sixteen columns are searched at a time by short keys of their
/// weights (<see cref="KeySearch"/>). Weights that share the key that is found are searched as they are. Where the stake
/// at or above a candidate lies so near to κ that the order of the sum could decide, the column is done again in the order
/// of the source: so the result is that of the source, whatever the candidates were.
/// </remarks>
internal sealed class StakeMedian
{
    // Far above what sums of shares differ by in any order, far below what shares differ by.
    public const double Near = 1e-10;

    // Columns lie far apart in memory: keys of so many sixteens are made together.
    private const int GroupsOfTile = 4;

    private readonly int _nodes;
    private readonly double[] _keys;
    private readonly int[] _order;
    private readonly LaneMemory _gathered;
    private readonly KeySearch _search;

    public StakeMedian(int nodes)
    {
        _nodes = nodes;
        _keys = new double[nodes];
        _order = new int[nodes];
        _gathered = new(nodes * Vector512<double>.Count);
        _search = new(nodes, GroupsOfTile);
    }

    /// <summary>Finds the medians.</summary>
    /// <param name="state">Weights and stakes.</param>
    /// <param name="kappa">Majority κ.</param>
    /// <param name="medians">The result, one for every column of the padded row.</param>
    public void Find(PaperState state, double kappa, LaneMemory medians)
    {
        double total = LaneSum.Of(state.StakeShares);
        // Where no sum reaches κ, the source takes the first weight of its order.
        bool reaches = total >= kappa - Near;
        // The least weight has all stake behind it, which is κ or more, but perhaps for rounding.
        uint doubt = reaches && total <= kappa + Near ? uint.MaxValue : 0;
        _search.Begin(state.StakeShares, reaches ? kappa : double.NegativeInfinity);
        int groups = (state.Lanes + 1) / 2;
        for (int group = 0; group < groups; group++)
        {
            if (group % GroupsOfTile == 0)
            {
                _search.Gather(state, group, Math.Min(GroupsOfTile, groups - group));
            }
            Vector512<int> key = _search.Find(group % GroupsOfTile, out uint near);
            // Weights with this key lie between the keys beside it.
            Vector512<float> before = Vector512.Max(key - Vector512<int>.One, default).AsSingle();
            Vector512<float> after = (key + Vector512<int>.One).AsSingle();
            near = reaches ? near | doubt : 0;
            Among weights = new(state, group * 2, kappa, reaches);
            Settle(weights, Vector512.WidenLower(before), Vector512.WidenLower(after), near, medians);
            if (group * 2 + 1 < state.Lanes)
            {
                weights = weights with { Lane = group * 2 + 1 };
                near >>= Vector512<double>.Count;
                Settle(weights, Vector512.WidenUpper(before), Vector512.WidenUpper(after), near, medians);
            }
        }
    }

    /// <summary>Finds the medians of eight columns among the weights between two keys.</summary>
    private void Settle(
        Among weights,
        Vector512<double> floor,
        Vector512<double> ceiling,
        uint near,
        LaneMemory medians
    )
    {
        near &= byte.MaxValue;
        (PaperState state, int lane, double kappa, bool reaches) = weights;
        (Vector512<double> least, Vector512<double> largest) = Range(state, lane, floor, ceiling);
        bool open = reaches && Vector512.LessThanAny(least, largest);
        if (near != 0 || open)
        {
            Gather(state, lane);
        }
        Vector512<double> again = default;
        medians.Lanes[lane] = open
            ? WeightSearch.Find(_gathered.Lanes, state.StakeShares, kappa, least, largest, ref again)
            : largest;
        near |= (uint)again.ExtractMostSignificantBits();
        for (int column = 0; near != 0; column++, near >>= 1)
        {
            int j = lane * Vector512<double>.Count + column;
            if ((near & 1) != 0 && j < state.Columns)
            {
                medians[j] = InOrder(column, state.StakeShares, kappa);
            }
        }
    }

    /// <summary>The least and the largest weight that may have the key of their column.</summary>
    private (Vector512<double> Least, Vector512<double> Largest) Range(
        PaperState state,
        int lane,
        Vector512<double> floor,
        Vector512<double> ceiling
    )
    {
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity);
        Vector512<double> least = infinity,
            largest = default;
        for (int i = 0; i < _nodes; i++)
        {
            Vector512<double> weight = state.LaneRow(state.Weights, i)[lane];
            Vector512<double> above = Vector512.GreaterThanOrEqual(weight, floor);
            Vector512<double> below = Vector512.LessThanOrEqual(weight, ceiling);
            least = Vector512.MinNative(least, Vector512.ConditionalSelect(above, weight, infinity));
            largest = Vector512.MaxNative(largest, Vector512.ConditionalSelect(below, weight, default));
        }
        return (least, largest);
    }

    private void Gather(PaperState state, int lane)
    {
        Span<Vector512<double>> lanes = _gathered.Lanes;
        for (int i = 0; i < _nodes; i++)
        {
            lanes[i] = state.LaneRow(state.Weights, i)[lane];
        }
    }

    /// <summary>The median of one column of the gathered lane in the order of the source; equal weights in that of the nodes.</summary>
    private double InOrder(int column, double[] stakes, double kappa)
    {
        for (int i = 0; i < _nodes; i++)
        {
            _keys[i] = -_gathered[i * Vector512<double>.Count + column];
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

    /// <summary>What the medians of a lane are searched in.</summary>
    private readonly record struct Among(PaperState State, int Lane, double Kappa, bool Reaches);
}
