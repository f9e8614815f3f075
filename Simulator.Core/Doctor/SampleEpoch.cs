using Simulator.Core.Consensus.Columns;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Randomness;

namespace Simulator.Core.Doctor;

/// <summary>Draws epochs that look for differences: edge values as often as others, entries missing and zero.</summary>
internal static unsafe class SampleEpoch
{
    private const long One = 1L << 32;

    /// <summary>Draws one epoch.</summary>
    /// <param name="rng">The stream to draw from.</param>
    /// <param name="rule">The bond rule.</param>
    /// <param name="rows">Number of validators; how many of them vote is drawn.</param>
    /// <param name="columns">Number of miners.</param>
    public static DenseEpoch Draw(Rng rng, BondRule rule, int rows, int columns)
    {
        DenseEpoch epoch = new() { Rule = rule };
        epoch.Reset(rows, rng.NextInt(rows + 1), columns);
        for (int i = 0; i < rows; i++)
        {
            DrawRow(rng, epoch, i);
        }
        long sum = DrawStake(rng, epoch);
        long kappa = rng.NextInt(5) switch
        {
            0 => 0,
            1 => One,
            _ => NextShare(rng),
        };
        epoch.Minority = (uint)Math.Clamp(sum - kappa, 0, Math.Max(0, sum - 1));
        epoch.Parameters = DrawParameters(rng);
        return epoch;
    }

    /// <summary>Counts the results of two runs that are not the same.</summary>
    public static long Differences(DenseEpoch a, DenseEpoch b)
    {
        long count = 0;
        for (int i = 0; i < a.Rows; i++)
        {
            long at = (long)i * a.Stride;
            count += Differences(a.NewBonds + at, b.NewBonds + at, a.Columns);
            count += Differences(a.Shares + at, b.Shares + at, a.Columns);
        }
        return count
            + Differences(a.Consensus, b.Consensus, a.Columns)
            + Differences(a.Incentive, b.Incentive, a.Columns)
            + Differences(a.Trust, b.Trust, a.Rows)
            + Differences(a.Dividends, b.Dividends, a.Rows);
    }

    private static void DrawRow(Rng rng, DenseEpoch epoch, int row)
    {
        int[] weights = new int[epoch.Columns];
        long sum = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            weights[j] = rng.NextInt(6) switch
            {
                0 or 1 => -1, // no entry
                2 => 0,
                3 => 65535,
                _ => rng.NextInt(65536),
            };
            sum += Math.Max(weights[j], 0);
        }
        for (int j = 0; j < weights.Length; j++)
        {
            long at = (long)row * epoch.Stride + j;
            long share = sum == 0 ? 0 : ((long)weights[j] << 32) / sum;
            epoch.Codes[at] = weights[j] < 0 ? 0 : WeightCode.Of(share);
            epoch.Bonds[at] = (ushort)(
                rng.NextInt(4) switch
                {
                    0 => 0,
                    1 => 65535,
                    _ => rng.NextInt(65536),
                }
            );
        }
    }

    private static long DrawStake(Rng rng, DenseEpoch epoch)
    {
        ulong[] stake = new ulong[epoch.Voters];
        ulong whole = 0;
        for (int i = 0; i < stake.Length; i++)
        {
            stake[i] = rng.NextInt(4) == 0 ? 1UL << 24 : 1 + (rng.NextUInt64() >> 40);
            whole += stake[i];
        }
        long sum = 0;
        for (int i = 0; i < stake.Length; i++)
        {
            long share = (long)((stake[i] << 32) / whole);
            epoch.Stake[i] = share;
            epoch.Votes[i] = (uint)Math.Min(share, uint.MaxValue);
            sum += share;
        }
        return sum;
    }

    private static RuleBits DrawParameters(Rng rng)
    {
        long penalty = NextParameter(rng);
        long low = NextParameter(rng);
        return new()
        {
            Penalty = penalty,
            KeepZeros = penalty is 0 or One ? 1 : 0,
            Rate = NextParameter(rng),
            RateLow = low,
            RateHigh = Math.Max(low, NextParameter(rng)),
            Slope = rng.NextBool(0.5)
                ? (rng.NextInt(25) - 12) * (One / 2)
                : (rng.NextInt(65536) - 32768) * One / -100,
        };
    }

    private static long NextParameter(Rng rng) =>
        rng.NextInt(4) switch
        {
            0 => 0,
            1 => One,
            _ => NextShare(rng),
        };

    private static long NextShare(Rng rng) => rng.NextUInt32() + 1L;

    private static long Differences<T>(T* a, T* b, int count)
        where T : unmanaged, IEquatable<T>
    {
        long different = 0;
        for (int k = 0; k < count; k++)
        {
            different += a[k].Equals(b[k]) ? 0 : 1;
        }
        return different;
    }
}
