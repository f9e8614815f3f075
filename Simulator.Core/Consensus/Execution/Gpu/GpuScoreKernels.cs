using System.Reflection;
using ILGPU;
using Simulator.Core.Numerics.Reals;
using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>The kernels before the columns: the row program from scores to codes. None has a barrier.</summary>
/// <remarks>The largest of a row is the same in any order, so no order of threads shows in a result.</remarks>
internal static class GpuScoreKernels
{
    /// <summary>Every kernel by name, in the order of an epoch.</summary>
    public static IReadOnlyList<(string Name, MethodInfo Method)> All { get; } =
    [
        Entry(nameof(DrawScores)),
        Entry(nameof(ScoreParts)),
        Entry(nameof(ScoreTops)),
        Entry(nameof(SentCodes)),
        Entry(nameof(CodeParts)),
        Entry(nameof(CodeTops)),
        Entry(nameof(StoredCodes)),
    ];

    /// <summary>One thread a cell: its score, where scores are drawn.</summary>
    public static void DrawScores(Index1D index, GpuScoreViews views)
    {
        int row = index / views.Width;
        int miner = index - row * views.Width;
        GpuScoreSubnet subnet = views.Subnets[row / views.Rows];
        if (subnet.IsDrawn == 0)
        {
            return;
        }
        GpuReal normal = NormalDraw.Of<GpuReal, GpuWord>(
            views.Validators[row].Key,
            new(unchecked((ulong)miner))
        );
        GpuReal value = new GpuReal(subnet.Mean) + new GpuReal(subnet.Deviation) * normal;
        views.Scores[row * views.Stride + miner] = GpuReal.IfLess(value, new(0), new(0), value).Value;
    }

    /// <summary>One thread a part of a row: its largest score.</summary>
    public static void ScoreParts(Index1D index, GpuScoreViews views)
    {
        int row = index / GpuRow.Parts;
        int columns = views.Subnets[row / views.Rows].Columns;
        double most = ScoreWeights.NoScore;
        for (int j = index - row * GpuRow.Parts; j < columns; j += GpuRow.Parts)
        {
            double score = views.Scores[row * views.Stride + j];
            most = GpuReal.IfLess(new(most), new(score), new(score), new(most)).Value;
        }
        views.Parts[index] = most;
    }

    /// <summary>One thread a row: its largest score.</summary>
    public static void ScoreTops(Index1D row, GpuScoreViews views) => views.Tops[row] = Most(row, views);

    /// <summary>One thread a cell: the code of the weight that is sent.</summary>
    public static void SentCodes(Index1D index, GpuScoreViews views)
    {
        int row = index / views.Width;
        int miner = index - row * views.Width;
        int subnet = row / views.Rows;
        GpuScoreSubnet shape = views.Subnets[subnet];
        GpuReal code = new(0);
        if (row - subnet * views.Rows < shape.Rows && miner < shape.Columns)
        {
            ScoreBits p = shape.Rule;
            GpuReal score = new(views.Scores[row * views.Stride + miner]);
            GpuReal top = new(views.Tops[row]);
            GpuReal weight;
            if (p.Rule == ScoreRule.Power)
            {
                weight = ScoreWeights.Power<GpuReal, GpuWord>(score, p);
            }
            else if (p.Rule == ScoreRule.Softmax)
            {
                weight = ScoreWeights.Softmax<GpuReal, GpuWord>(score, top, p);
            }
            else
            {
                GpuScores scores = new(views, shape.Columns, row * views.Stride, subnet * views.Width);
                weight = ScoreWeights.Ranked<GpuReal, GpuWord, GpuScores>(scores, score, new(miner));
            }
            GpuReal largest = ScoreWeights.Largest<GpuReal, GpuWord>(top, p);
            code = ScoreWeights.Code<GpuReal, GpuWord>(ScoreWeights.Units<GpuReal, GpuWord>(weight, largest));
        }
        views.Codes[row * views.Stride + miner] = unchecked((uint)(int)code.Value);
    }

    /// <summary>One thread a part of a row: its largest code.</summary>
    public static void CodeParts(Index1D index, GpuScoreViews views)
    {
        int row = index / GpuRow.Parts;
        int first = row * views.Stride + (index - row * GpuRow.Parts);
        uint most = 1;
        for (int j = 0; j < views.Width; j += GpuRow.Parts)
        {
            most = IntrinsicMath.Max(most, views.Codes[first + j]);
        }
        views.Parts[index] = most;
    }

    /// <summary>One thread a row: its largest weight, and what it is raised by.</summary>
    public static void CodeTops(Index1D row, GpuScoreViews views)
    {
        GpuReal largest = new GpuReal(Most(row, views)) - new GpuReal(1);
        views.Largest[row] = largest.Value;
        views.Ratios[row] = StoredWeights.Ratio<GpuReal, GpuWord>(largest).Value;
    }

    /// <summary>One thread a cell: the code of the weight that is stored and counts.</summary>
    public static void StoredCodes(Index1D index, GpuScoreViews views)
    {
        int row = index / views.Width;
        int miner = index - row * views.Width;
        int cell = row * views.Stride + miner;
        GpuScoreRow validator = views.Validators[row];
        GpuReal code = StoredWeights.Upscaled<GpuReal, GpuWord>(
            new(views.Codes[cell]),
            new(views.Largest[row]),
            new(views.Ratios[row])
        );
        GpuReal counted = StoredWeights.Counted<GpuReal, GpuWord>(
            code,
            new(views.Registered[row / views.Rows * views.Width + miner]),
            new(validator.End),
            new(miner),
            new(validator.Self)
        );
        views.Codes[cell] = unchecked((uint)(int)counted.Value);
    }

    private static double Most(int row, GpuScoreViews views)
    {
        double most = views.Parts[row * GpuRow.Parts];
        for (int k = 1; k < GpuRow.Parts; k++)
        {
            double part = views.Parts[row * GpuRow.Parts + k];
            most = GpuReal.IfLess(new(most), new(part), new(part), new(most)).Value;
        }
        return most;
    }

    private static (string Name, MethodInfo Method) Entry(string name) =>
        (name, typeof(GpuScoreKernels).GetMethod(name, [typeof(Index1D), typeof(GpuScoreViews)])!);
}
