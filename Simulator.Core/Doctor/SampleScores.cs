using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Scores;
using Simulator.Core.Numerics.Scores;
using Simulator.Core.Randomness;

namespace Simulator.Core.Doctor;

/// <summary>Scores that look for differences: ties, none, scores below the baseline, masks that are just met.</summary>
internal static unsafe class SampleScores
{
    private static readonly ScoreMap[] Maps =
    [
        ScoreMap.Power(1),
        ScoreMap.Power(3, 0.1),
        ScoreMap.Power(16, -2),
        ScoreMap.Softmax(0.05),
        ScoreMap.Softmax(1.5),
        ScoreMap.WinnerTakesAll,
        ScoreMap.TopK(5),
        ScoreMap.Falling(40),
        ScoreMap.ByRank([1, 1.0 / 3, 1.0 / 3, 1e-5, 0]),
    ];

    /// <summary>Scores for an epoch; the same stream gives the same.</summary>
    public static DenseScores Draw(Rng rng, DenseEpoch epoch)
    {
        DenseScores scores = new();
        Fill(rng, epoch, scores);
        return scores;
    }

    /// <summary>Fills scores for an epoch.</summary>
    public static void Fill(Rng rng, DenseEpoch epoch, DenseScores scores)
    {
        scores.Reset(epoch, Maps[rng.NextInt(Maps.Length)]);
        double[] row = new double[epoch.Columns];
        for (int i = 0; i < epoch.Rows; i++)
        {
            int kind = rng.NextInt(5);
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = kind switch
                {
                    0 => double.NegativeInfinity,
                    1 => rng.NextInt(3) / 2.0, // ties
                    2 => rng.Normal(),
                    _ => rng.NextInt(4) == 0 ? double.NegativeInfinity : rng.NextDouble(),
                };
            }
            scores.SetRow(i, row);
            ulong commit = rng.NextBool(0.3) ? (ulong)rng.NextInt(6) : LiveCommits.None;
            scores.SetMask(
                i,
                rng.NextInt(epoch.Columns + 1) - 1,
                rng.NextBool(0.9),
                (ulong)rng.NextInt(6),
                commit
            );
            scores.Keys[i] = rng.NextUInt64();
        }
        for (int j = 0; j < epoch.Columns; j++)
        {
            scores.Registered[j] = rng.NextInt(20) == 0 ? ulong.MaxValue : (ulong)rng.NextInt(6);
        }
        if (rng.NextBool(0.2))
        {
            scores.Drawn = (1, rng.NextDouble());
        }
    }

    /// <summary>Draws weights as they are sent: any largest one, none and zeros among them.</summary>
    public static void FillSent(Rng rng, DenseEpoch epoch)
    {
        for (int i = 0; i < epoch.Rows; i++)
        {
            int end = 1 + rng.NextInt(1 << rng.NextInt(17));
            for (int j = 0; j < epoch.Columns; j++)
            {
                uint code = rng.NextInt(4) == 0 ? 0 : 1U + (uint)rng.NextInt(end);
                epoch.Codes[(long)i * epoch.Stride + j] = code;
            }
        }
    }

    /// <summary>The codes of a row, and what pads them.</summary>
    public static ReadOnlySpan<uint> Codes(DenseEpoch epoch, int row) =>
        new(epoch.Codes + (long)row * epoch.Stride, epoch.Stride);
}
