using Simulator.Core.Consensus.Columns;
using Simulator.Core.Consensus.Execution.Scores;
using Simulator.Core.Numerics;
using Simulator.Core.Numerics.Scores;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Execution.Scores;

/// <summary>The weights of an epoch the long way: sorted ranks, 16 bits, fixed point and comparisons.</summary>
internal static class PlainWeights
{
    /// <summary>The codes of one row.</summary>
    public static uint[] Of(DenseScores scores, int i)
    {
        double[] row = Scores(scores, i);
        double[] weights = Weights(scores, row);
        if (!weights.Any(weight => weight > 0))
        {
            return new uint[row.Length];
        }
        double largest = weights.Max();
        ushort[] sent = Array.ConvertAll(weights, weight => (ushort)Math.Round(weight / largest * 65535));
        return Stored(scores, i, Array.ConvertAll(sent, value => value > 0 ? 1U + value : 0));
    }

    /// <summary>The codes of one row, out of those that were sent.</summary>
    public static uint[] Stored(DenseScores scores, int i, uint[] sent)
    {
        uint[] codes = new uint[sent.Length];
        ushort[] stored = MaxUpscale.ToU16([
            .. sent.Select(code => I32F32.FromInteger(Math.Max(0, code - 1L))),
        ]);
        for (int j = 0; j < stored.Length; j++)
        {
            bool counts = scores.Registered[j] < scores.Ends[i] && j != scores.Selves[i];
            codes[j] = counts && sent[j] > 0 ? 1U + stored[j] : 0;
        }
        long sum = codes.Sum(code => Math.Max(0, code - 1L));
        return Array.ConvertAll(
            codes,
            code => code == 0 ? 0 : WeightCode.Of(sum == 0 ? 0 : (code - 1L << 32) / sum)
        );
    }

    private static double[] Scores(DenseScores scores, int i)
    {
        double[] row = new double[scores.Columns];
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = scores.Drawn is { } drawn
                ? Math.Max(0, drawn.Mean + drawn.Deviation * Normal(scores.Keys[i], (uint)j))
                : scores.Row(i)[j];
        }
        return row;
    }

    private static double Normal(ulong key, uint column)
    {
        for (uint attempt = 0; ; attempt++)
        {
            (uint a, uint b, uint c, uint d) = (column, attempt, 0, 0);
            Philox.Encrypt(ref a, ref b, ref c, ref d, (uint)(key & uint.MaxValue), (uint)(key >> 32));
            double x = Symmetric(a, b);
            double y = Symmetric(c, d);
            double square = x * x + y * y;
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Elementary.Log(square) / square);
            }
        }
    }

    private static double Symmetric(uint low, uint high) =>
        2 * (((low | ((ulong)high << 32)) >> 11) * (1.0 / (1UL << 53))) - 1;

    private static double[] Weights(DenseScores scores, double[] row)
    {
        ScoreBits p = scores.Rule;
        switch (p.Rule)
        {
            case ScoreRule.Power:
                return Array.ConvertAll(row, score => Power(score, p));
            case ScoreRule.Softmax:
                double top = row.Max();
                return Array.ConvertAll(
                    row,
                    score =>
                        score == double.NegativeInfinity ? 0 : Elementary.Exp((score - top) / p.Temperature)
                );
            default:
                double[] weights = new double[row.Length];
                int[] order = [.. Enumerable.Range(0, row.Length).OrderByDescending(j => row[j])];
                for (int rank = 0; rank < order.Length; rank++)
                {
                    int j = order[rank];
                    weights[j] = row[j] == double.NegativeInfinity ? 0 : scores.Ranks[rank];
                }
                return weights;
        }
    }

    private static double Power(double score, ScoreBits p)
    {
        double skill = Math.Clamp((score - p.Baseline) / (1 - p.Baseline), 0, 1);
        double weight = skill;
        for (int i = 1; i < p.Exponent; i++)
        {
            weight *= skill;
        }
        return weight;
    }
}
