using System.Reflection;
using ILGPU;
using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>The kernels: the column programs, and where their numbers lie. None has a barrier.</summary>
/// <remarks>
/// The index counts columns or rows over the whole batch. Every thread owns what it writes, and sums are of integers,
/// so no order of threads shows in a result.
/// </remarks>
internal static class GpuKernels
{
    /// <summary>Every kernel by name, in the order of an epoch.</summary>
    public static IReadOnlyList<(string Name, MethodInfo Method)> All { get; } =
    [
        Entry(nameof(WeightParts)),
        Entry(nameof(WeightSums)),
        Entry(nameof(WeightShares)),
        Entry(nameof(Median)),
        Entry(nameof(ConsensusSum)),
        Entry(nameof(Yuma2)),
        Entry(nameof(Yuma3)),
        Entry(nameof(Liquid)),
        Entry(nameof(RankSum)),
        Entry(nameof(Incentive)),
        Entry(nameof(RowParts)),
        Entry(nameof(Rows)),
    ];

    /// <summary>One thread a part of a row: the sum of its stored weights.</summary>
    public static void WeightParts(Index1D index, GpuViews views)
    {
        int row = index / GpuRow.Parts;
        int first = row * views.Stride + (index - row * GpuRow.Parts);
        GpuLane sum = new(0);
        for (int j = 0; j < views.Width; j += GpuRow.Parts)
        {
            sum += RowWeights.Stored(new GpuLane(views.Codes[first + j]));
        }
        views.TrustParts[index] = sum.Bits;
    }

    /// <summary>One thread a row: the sum of its stored weights, where its trust will stand.</summary>
    public static void WeightSums(Index1D row, GpuViews views) =>
        views.Trust[row] = Sum(views.TrustParts, row * GpuRow.Parts, GpuRow.Parts);

    /// <summary>One thread a cell: the code of a stored weight's share of its row.</summary>
    public static void WeightShares(Index1D index, GpuViews views)
    {
        int row = index / views.Width;
        int cell = row * views.Stride + (index - row * views.Width);
        Divisor<GpuLane> sum = GpuLane.DivisorOf(new(views.Trust[row]));
        views.Codes[cell] = unchecked((uint)RowWeights.Share(new GpuLane(views.Codes[cell]), sum).Bits);
    }

    /// <summary>One thread a column: the consensus weight.</summary>
    public static void Median(Index1D index, GpuViews views)
    {
        int subnet = index / views.Width;
        GpuSubnet shape = views.Subnets[subnet];
        GpuVotes votes = new(
            views,
            shape.Voters,
            subnet * views.Rows,
            shape.Weights * views.Rows,
            index - subnet * views.Width
        );
        uint code = ColumnMedian.Of<GpuCode, GpuVotes>(votes, new(shape.Minority)).Bits;
        views.Consensus[index] = WeightCode.Value(new GpuLane(code)).Bits;
    }

    /// <summary>One thread a subnet: whether any miner has a consensus weight decides on liquid alpha.</summary>
    public static void ConsensusSum(Index1D subnet, GpuViews views) =>
        views.ConsensusSums[subnet] = Sum(views.Consensus, subnet * views.Width, views.Width);

    /// <summary>One thread a column: bonds and rank by Yuma2.</summary>
    public static void Yuma2(Index1D index, GpuViews views)
    {
        int subnet = index / views.Width;
        RuleParameters<GpuLane> p = new(views.Subnets[subnet].Rule);
        views.Ranks[index] = ColumnBonds.Yuma2(Column(index, subnet, views), Consensus(index, views), p).Bits;
    }

    /// <summary>One thread a column: bonds and rank by Yuma3 with one rate.</summary>
    public static void Yuma3(Index1D index, GpuViews views) =>
        Yuma3<SteadyRate>(index, index / views.Width, views);

    /// <summary>One thread a column: bonds and rank by Yuma3 with liquid alpha, which sleeps without a consensus.</summary>
    public static void Liquid(Index1D index, GpuViews views)
    {
        int subnet = index / views.Width;
        if (views.ConsensusSums[subnet] == 0)
        {
            Yuma3<SteadyRate>(index, subnet, views);
        }
        else
        {
            Yuma3<LiquidRate>(index, subnet, views);
        }
    }

    /// <summary>One thread a subnet: the sum of its ranks.</summary>
    public static void RankSum(Index1D subnet, GpuViews views) =>
        views.RankSums[subnet] = Sum(views.Ranks, subnet * views.Width, views.Width);

    /// <summary>One thread a column: its share of the ranks.</summary>
    public static void Incentive(Index1D index, GpuViews views)
    {
        Divisor<GpuLane> whole = GpuLane.DivisorOf(new(views.RankSums[index / views.Width]));
        views.Incentive[index] = GpuLane.Div(new(views.Ranks[index]), whole).Bits;
    }

    /// <summary>One thread a part of a row: its sums over every <see cref="GpuRow.Parts"/>-th miner.</summary>
    public static void RowParts(Index1D index, GpuViews views)
    {
        int row = index / GpuRow.Parts;
        // Pinned: the loop over miners would divide again in every step.
        int subnet = unchecked((int)GpuIntrinsics.Pin((uint)(row / views.Rows)));
        int codeRow = row + (views.Subnets[subnet].Weights - subnet) * views.Rows;
        GpuRow part = new(views, subnet, row, codeRow, index - row * GpuRow.Parts);
        views.TrustParts[index] = RowSums.Trust<GpuLane, GpuRow>(part);
        views.DividendParts[index] = RowSums.Dividend<GpuLane, GpuRow>(part);
    }

    /// <summary>One thread a row: validator trust and dividend.</summary>
    public static void Rows(Index1D row, GpuViews views)
    {
        views.Trust[row] = Sum(views.TrustParts, row * GpuRow.Parts, GpuRow.Parts);
        views.Dividends[row] = Sum(views.DividendParts, row * GpuRow.Parts, GpuRow.Parts);
    }

    private static void Yuma3<TRate>(Index1D index, int subnet, GpuViews views)
        where TRate : struct, IBondRate
    {
        RuleParameters<GpuLane> p = new(views.Subnets[subnet].Rule);
        GpuColumn column = Column(index, subnet, views);
        views.Ranks[index] = ColumnBonds
            .Yuma3<GpuLane, GpuColumn, TRate>(column, Consensus(index, views), p)
            .Bits;
    }

    private static GpuColumn Column(int index, int subnet, GpuViews views) =>
        new(
            views,
            views.Subnets[subnet].Rows,
            subnet * views.Rows,
            views.Subnets[subnet].Weights * views.Rows,
            index - subnet * views.Width
        );

    private static GpuLane Consensus(int index, GpuViews views) => new(views.Consensus[index]);

    private static long Sum(ArrayView<long> values, int first, int count)
    {
        long sum = 0;
        for (int k = 0; k < count; k++)
        {
            sum += values[first + k];
        }
        return sum;
    }

    private static (string Name, MethodInfo Method) Entry(string name) =>
        (name, typeof(GpuKernels).GetMethod(name, [typeof(Index1D), typeof(GpuViews)])!);
}
