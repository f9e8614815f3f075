using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Reals;
using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Consensus.Execution.Scores;

/// <summary>The row program on the processor, a row after the other.</summary>
/// <remarks>Addresses stay inside the buffers, whose shapes are compared first: the arithmetic is unchecked.</remarks>
/// <typeparam name="R">Numbers of one or several columns.</typeparam>
/// <typeparam name="W">Words of as many.</typeparam>
/// <param name="columns">Divides the rows by their sums.</param>
internal sealed unsafe class RowScores<R, W>(IColumnExecution columns) : IScoreExecution
    where R : struct, IVectorReal<R, W>
    where W : struct, IWord<W>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const MethodImplOptions Program =
        MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    /// <inheritdoc/>
    public string Name => columns.Name;

    /// <inheritdoc/>
    public void Weigh(DenseScores scores, DenseEpoch epoch)
    {
        ScoreShape.Require(scores, epoch);
        for (int i = 0; i < scores.Rows; i++)
        {
            if (scores.Drawn is { } drawn)
            {
                Draw(scores, i, drawn.Mean, drawn.Deviation);
            }
            Send(scores, epoch, i);
            Count(scores, epoch, i);
        }
        columns.NormalizeRows(epoch);
    }

    /// <inheritdoc/>
    public void Store(DenseScores masks, DenseEpoch epoch)
    {
        ScoreShape.Require(masks, epoch);
        for (int i = 0; i < masks.Rows; i++)
        {
            Count(masks, epoch, i);
        }
        columns.NormalizeRows(epoch);
    }

    [MethodImpl(Program)]
    private static void Draw(DenseScores scores, int i, double mean, double deviation)
    {
        unchecked
        {
            double* row = scores.Scores + (nint)i * scores.Stride;
            R zero = R.FromReal(0);
            for (int j = 0; j < scores.Width; j += R.Columns)
            {
                R value =
                    R.FromReal(mean)
                    + R.FromReal(deviation)
                        * NormalDraw.Of<R, W>(scores.Keys[i], R.LoadWords(scores.Numbers + j));
                R.Store(R.IfLess(value, zero, zero, value), row + j);
            }
            new Span<double>(row + scores.Columns, scores.Width - scores.Columns).Fill(
                double.NegativeInfinity
            );
        }
    }

    /// <summary>The weights that the validator's client sends.</summary>
    [MethodImpl(Program)]
    private static void Send(DenseScores scores, DenseEpoch epoch, int i)
    {
        fixed (double* weights = scores.Ranks)
            unchecked
            {
                double* row = scores.Scores + (nint)i * scores.Stride;
                uint* codes = epoch.Codes + (nint)i * epoch.Stride;
                ScoreBits p = scores.Rule;
                R top = Top(row, scores.Width),
                    largest = ScoreWeights.Largest<R, W>(top, p);
                Row ranks = new(row, weights, scores.Columns);
                for (int j = 0; j < scores.Width; j += R.Columns)
                {
                    R score = R.Load(row + j),
                        weight = p.Rule switch
                        {
                            ScoreRule.Power => ScoreWeights.Power<R, W>(score, p),
                            ScoreRule.Softmax => ScoreWeights.Softmax<R, W>(score, top, p),
                            _ => ScoreWeights.Ranked<R, W, Row>(ranks, score, R.Load(scores.Miners + j)),
                        };
                    R.StoreCodes(
                        ScoreWeights.Code<R, W>(ScoreWeights.Units<R, W>(weight, largest)),
                        codes + j
                    );
                }
            }
    }

    /// <summary>The weights that the chain stores and the epoch counts.</summary>
    [MethodImpl(Program)]
    private static void Count(DenseScores scores, DenseEpoch epoch, int i)
    {
        fixed (ulong* registered = scores.Registered)
            unchecked
            {
                uint* codes = epoch.Codes + (nint)i * epoch.Stride;
                R largest = R.FromReal(LargestWeight(codes, scores.Width)),
                    ratio = StoredWeights.Ratio<R, W>(largest),
                    self = R.FromReal(scores.Selves[i]);
                W end = W.FromBits(scores.Ends[i]);
                for (int j = 0; j < scores.Width; j += R.Columns)
                {
                    R code = StoredWeights.Upscaled<R, W>(R.LoadCodes(codes + j), largest, ratio);
                    W came = R.LoadWords(registered + j);
                    R.StoreCodes(
                        StoredWeights.Counted<R, W>(code, came, end, R.Load(scores.Miners + j), self),
                        codes + j
                    );
                }
            }
    }

    [MethodImpl(Inline)]
    private static R Top(double* row, int width)
    {
        unchecked
        {
            R most = R.FromReal(ScoreWeights.NoScore);
            for (int j = 0; j < width; j += R.Columns)
            {
                R score = R.Load(row + j);
                most = R.IfLess(most, score, score, most);
            }
            return R.FromReal(Across(most));
        }
    }

    [MethodImpl(Inline)]
    private static double LargestWeight(uint* codes, int width)
    {
        unchecked
        {
            R most = R.FromReal(1);
            for (int j = 0; j < width; j += R.Columns)
            {
                R code = R.LoadCodes(codes + j);
                most = R.IfLess(most, code, code, most);
            }
            return Across(most) - 1;
        }
    }

    private static double Across(R values)
    {
        double* each = stackalloc double[R.Columns];
        R.Store(values, each);
        double most = each[0];
        for (int k = 1; k < R.Columns; k++)
        {
            most = most < each[k] ? each[k] : most;
        }
        return most;
    }

    private readonly struct Row(double* scores, double* ranks, int miners) : IScoreRow<R>
    {
        public int Miners => miners;

        [MethodImpl(Inline)]
        public R Score(int miner) => R.FromReal(unchecked(scores[miner]));

        public R WeightOf(R rank)
        {
            double* weights = stackalloc double[R.Columns];
            R.Store(rank, weights);
            for (int k = 0; k < R.Columns; k++)
            {
                weights[k] = unchecked(ranks[(int)weights[k]]);
            }
            return R.Load(weights);
        }
    }
}
