using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.Models;

/// <summary>Takes the largest of each 2 × 2 sums of a filter, and remembers where it lay.</summary>
/// <remarks>Eight pooled units share a vector. What a vector holds beyond the end of its row is zero, and is
/// overwritten by the next row. Unchecked: places and units lie within the lengths that the grid states.</remarks>
internal static class MaxPool
{
    private static readonly Vector256<int> Numbers = Vector256<int>.Indices;
    private static readonly Vector256<int> FirstHalf = Vector256.Create(-1, -1, -1, -1, 0, 0, 0, 0);

    /// <summary>Pools the sums of one filter.</summary>
    /// <param name="grid">Where the sums lie.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="units">Takes the largest sums; the lanes of one vector longer than there are units.</param>
    /// <param name="places">Takes the place of each of them, the first of equals; as long.</param>
    public static void Read(FilterGrid grid, ReadOnlySpan<float> sums, Span<float> units, Span<int> places)
    {
        unchecked
        {
            ref float from = ref MemoryMarshal.GetReference(sums);
            for (int row = 0; row < grid.Rows; row++)
            {
                for (int column = 0; column < grid.Columns; column += Lanes.Count)
                {
                    int place = FilterGrid.Pool * (row * grid.Width + column);
                    int unit = row * grid.Columns + column;
                    Vector256<int> known = Vector256.LessThan(
                        Numbers,
                        Vector256.Create(grid.Columns - column)
                    );
                    (Lanes best, Vector256<int> at) = Largest(ref from, place, grid.Width);
                    (best & known.AsSingle()).CopyTo(units[unit..]);
                    (at & known).CopyTo(places[unit..]);
                }
            }
        }
    }

    private static (Lanes Best, Vector256<int> At) Largest(ref float sums, int place, int width)
    {
        unchecked
        {
            (Lanes best, Lanes right) = Columns(ref sums, (nuint)place);
            (Lanes below, Lanes across) = Columns(ref sums, (nuint)(place + width));
            Vector256<int> corner = Vector256.Create(place) + Numbers + Numbers;
            Vector256<int> at = corner;
            Challenge(right, corner + Vector256.Create(1), ref best, ref at);
            Challenge(below, corner + Vector256.Create(width), ref best, ref at);
            Challenge(across, corner + Vector256.Create(width + 1), ref best, ref at);
            return (best, at);
        }
    }

    private static void Challenge(Lanes sums, Vector256<int> places, ref Lanes best, ref Vector256<int> at)
    {
        Lanes larger = Vector256.GreaterThan(sums, best);
        best = Vector256.ConditionalSelect(larger, sums, best);
        at = Vector256.ConditionalSelect(larger.AsInt32(), places, at);
    }

    /// <summary>Sixteen sums that follow each other, by turns.</summary>
    private static (Lanes Even, Lanes Odd) Columns(ref float sums, nuint place)
    {
        Lanes first = Vector256.LoadUnsafe(ref sums, place);
        Lanes second = Vector256.LoadUnsafe(ref sums, unchecked(place + (nuint)Lanes.Count));
        Vector256<int> even = Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6);
        Vector256<int> odd = Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7);
        return (
            Vector256.ConditionalSelect(
                FirstHalf.AsSingle(),
                Vector256.Shuffle(first, even),
                Vector256.Shuffle(second, even)
            ),
            Vector256.ConditionalSelect(
                FirstHalf.AsSingle(),
                Vector256.Shuffle(first, odd),
                Vector256.Shuffle(second, odd)
            )
        );
    }
}
