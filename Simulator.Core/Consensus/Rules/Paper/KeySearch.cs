using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>
/// The largest weight of a column with at least κ of the stake behind it, by keys of half the length, for sixteen columns
/// at a time.
/// </summary>
/// <remarks>
/// A key is the bits of a weight rounded to single precision, in the order of the weights; several weights may have the
/// same. Stakes are whole numbers of 2⁻³⁰, which add up without rounding. Each step asks how much stake lies at or above
/// a candidate and then moves to the nearest key; candidates are interpolated, every third one halves the range.
/// </remarks>
internal sealed class KeySearch(int nodes, int groups)
{
    private const int UnitBits = 30;
    private const double Unit = 1 << UnitBits;

    // Stakes are off by half a unit each, κ by another half; the rest is more than StakeMedian.Near.
    private readonly int _margin = nodes + 4;
    private readonly LaneMemory _tiles = new(groups * nodes * Vector512<double>.Count);
    private readonly int[] _stakes = new int[nodes];
    private int _enough;

    /// <summary>Takes the stakes of an epoch.</summary>
    /// <param name="shares">They add up to 1; NaN counts as nothing.</param>
    /// <param name="kappa">Not more than they add up to.</param>
    public void Begin(ReadOnlySpan<double> shares, double kappa)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            _stakes[i] = double.IsNaN(shares[i]) ? 0 : (int)(shares[i] * Unit + 0.5);
        }
        _enough = (int)(Math.Max(kappa, -0.5) * Unit);
    }

    /// <summary>Makes the keys of some sixteens of columns.</summary>
    public void Gather(PaperState state, int first, int count)
    {
        Span<Vector512<double>> tiles = _tiles.Lanes;
        for (int i = 0; i < nodes; i++)
        {
            ReadOnlySpan<Vector512<double>> row = state.LaneRow(state.Weights, i)[(first * 2)..];
            for (int k = 0; k < count; k++)
            {
                Vector512<double> upper = k * 2 + 1 < row.Length ? row[k * 2 + 1] : default;
                tiles[k * nodes + i] = Vector512.Narrow(row[k * 2], upper).AsDouble();
            }
        }
    }

    /// <summary>Finds the keys of one sixteen.</summary>
    /// <param name="group">Its place among those that were gathered.</param>
    /// <param name="near">A bit for each column in which a sum lay so near to κ that its order could decide.</param>
    public Vector512<int> Find(int group, out uint near)
    {
        ReadOnlySpan<Vector512<int>> tile = MemoryMarshal.Cast<Vector512<double>, Vector512<int>>(
            _tiles.Lanes.Slice(group * nodes, nodes)
        );
        (Vector512<int> low, Vector512<int> high) = Range(tile);
        Vector512<int> enough = Vector512.Create(_enough),
            lowSupport = Vector512.Create(1 << UnitBits),
            highSupport = default,
            doubt = default;
        for (int step = 1; Vector512.LessThanAny(low, high); step++)
        {
            Vector512<float> part =
                step % 3 == 0
                    ? Vector512.Create(0.5f)
                    : Vector512.ConvertToSingle(lowSupport - enough)
                        / Vector512.ConvertToSingle(lowSupport - highSupport);
            Vector512<int> candidate = Between(low, high, part);
            Support(
                tile,
                candidate,
                out Vector512<int> support,
                out Vector512<int> up,
                out Vector512<int> down
            );
            doubt |= Vector512.LessThanOrEqual(Vector512.Abs(support - enough), Vector512.Create(_margin));
            Vector512<int> reached = Vector512.GreaterThanOrEqual(support, enough);
            // A column that is done has one key left: it must not fall below it.
            low = Vector512.ConditionalSelect(reached, up, low);
            high = Vector512.ConditionalSelect(reached, high, Vector512.Max(low, down));
            lowSupport = Vector512.ConditionalSelect(reached, support, lowSupport);
            highSupport = Vector512.ConditionalSelect(reached, highSupport, support);
        }
        near = (uint)doubt.ExtractMostSignificantBits();
        return low;
    }

    private static (Vector512<int> Least, Vector512<int> Largest) Range(ReadOnlySpan<Vector512<int>> tile)
    {
        Vector512<int> least = tile[0],
            largest = tile[0];
        foreach (Vector512<int> key in tile)
        {
            least = Vector512.Min(least, key);
            largest = Vector512.Max(largest, key);
        }
        return (least, largest);
    }

    /// <summary>A candidate above the lower end; where rounding puts it elsewhere, the upper end, which is always a question.</summary>
    private static Vector512<int> Between(Vector512<int> low, Vector512<int> high, Vector512<float> part)
    {
        Vector512<float> floor = low.AsSingle(),
            ceiling = high.AsSingle(),
            between = floor + (ceiling - floor) * part;
        return Vector512
            .ConditionalSelect(
                Vector512.GreaterThan(between, floor) & Vector512.LessThanOrEqual(between, ceiling),
                between,
                ceiling
            )
            .AsInt32();
    }

    /// <summary>Stake at or above a candidate, the least key there, and the largest key below.</summary>
    private void Support(
        ReadOnlySpan<Vector512<int>> tile,
        Vector512<int> candidate,
        out Vector512<int> support,
        out Vector512<int> up,
        out Vector512<int> down
    )
    {
        // Without sign, distances of keys at or above the candidate are the smallest, those below wrap to the largest.
        Vector512<uint> nearest = Vector512<uint>.AllBitsSet,
            farthest = default;
        Vector512<int> all = default;
        ReadOnlySpan<int> stakes = _stakes.AsSpan(0, tile.Length);
        for (int i = 0; i < tile.Length; i++)
        {
            Vector512<int> distance = tile[i] - candidate;
            nearest = Vector512.Min(nearest, distance.AsUInt32());
            farthest = Vector512.Max(farthest, distance.AsUInt32());
            all += Vector512.AndNot(
                Vector512.Create(stakes[i]),
                Vector512.ShiftRightArithmetic(distance, 31)
            );
        }
        support = all;
        up = candidate + nearest.AsInt32();
        Vector512<int> below = candidate + farthest.AsInt32();
        down = Vector512.ConditionalSelect(Vector512.LessThan(farthest.AsInt32(), default), below, default);
    }
}
