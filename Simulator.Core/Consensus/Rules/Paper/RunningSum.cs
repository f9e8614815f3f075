using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>The sum of a row that is computed lane by lane, a part of its columns at a time: the bits of <see cref="LaneSum"/>.</summary>
/// <remarks>Two lanes are the sixteen running sums of its order; the columns after the last whole sixteen wait for the end.</remarks>
internal struct RunningSum
{
    private const int Four = 4;
    private const int Sixteen = 16;

    private Vector512<double> _first;
    private Vector512<double> _second;
    private Vector512<double> _left;
    private Vector512<double> _last;

    /// <summary>Adds lanes of a row.</summary>
    /// <param name="row">Computes them.</param>
    /// <param name="from">First lane: an even one, and where the call before ended.</param>
    /// <param name="to">The lane after the last.</param>
    /// <param name="columns">Columns of the whole row, without padding.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(ref TRow row, int from, int to, int columns)
        where TRow : struct, ILaneRow, allows ref struct
    {
        int whole = Math.Min(to, columns / Sixteen * 2);
        Vector512<double> first = _first,
            second = _second;
        int lane = from;
        for (; lane < whole; lane += 2)
        {
            first += row.At(lane);
            second += row.At(lane + 1);
        }
        (_first, _second) = (first, second);
        if (lane < to)
        {
            _left = row.At(lane);
        }
        if (lane + 1 < to)
        {
            _last = row.At(lane + 1);
        }
    }

    /// <summary>The sum, once all lanes are added.</summary>
    /// <param name="columns">Columns of the whole row, without padding.</param>
    public readonly double Total(int columns)
    {
        Span<double> rest = stackalloc double[Sixteen];
        _left.CopyTo(rest);
        _last.CopyTo(rest[Vector512<double>.Count..]);
        rest = rest[..(columns % Sixteen)];
        Vector256<double> sum = _first.GetLower();
        while (rest.Length >= Four)
        {
            sum += Vector256.Create<double>(rest);
            rest = rest[Four..];
        }
        return LaneSum.Fold(sum + _first.GetUpper() + _second.GetLower() + _second.GetUpper(), rest);
    }
}
