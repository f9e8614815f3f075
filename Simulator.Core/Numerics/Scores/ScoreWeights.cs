using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Reals;

namespace Simulator.Core.Numerics.Scores;

/// <summary>The row program from scores to the 16-bit weights that a validator's client sends.</summary>
/// <remarks>
/// No score is −∞ and gives no weight. Each rule falls with the score and never rises, under rounding too: the largest weight
/// of a row is therefore that of its largest score.
/// </remarks>
internal static class ScoreWeights
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // e^−32 of the largest weight is far below half a unit of 65,535.
    private const double Negligible = -32;

    /// <summary>What stands for the largest score of a row without scores.</summary>
    public const double NoScore = double.MinValue;

    /// <summary>The weight of a score that is above the baseline: skill in [0, 1], raised to a power.</summary>
    [MethodImpl(Inline)]
    public static R Power<R, W>(R score, in ScoreBits p)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R zero = R.FromReal(0),
            one = R.FromReal(1),
            skill = (score - R.FromReal(p.Baseline)) / R.FromReal(1 - p.Baseline);
        skill = R.IfLess(skill, zero, zero, skill);
        skill = R.IfLess(one, skill, one, skill);
        R weight = skill;
        for (int i = 1; i < p.Exponent; i++)
        {
            weight *= skill;
        }
        return weight;
    }

    /// <summary>The weight of a score beside the largest of its row.</summary>
    [MethodImpl(Inline)]
    public static R Softmax<R, W>(R score, R top, in ScoreBits p)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R least = R.FromReal(Negligible),
            x = (score - top) / R.FromReal(p.Temperature);
        return RealMath.ExpOfNegative<R, W>(R.IfLess(x, least, least, x));
    }

    /// <summary>The weight of a score's rank: of equal scores the one of the lower uid is the better.</summary>
    [MethodImpl(Inline)]
    public static R Ranked<R, W, TRow>(TRow row, R score, R miner)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
        where TRow : struct, IScoreRow<R>
    {
        R zero = R.FromReal(0),
            one = R.FromReal(1),
            rank = zero;
        for (int i = 0; i < row.Miners; i++)
        {
            R other = row.Score(i),
                earlier = R.IfLess(R.FromReal(i), miner, one, zero);
            rank += R.IfLess(score, other, one, R.IfLess(other, score, zero, earlier));
        }
        return R.IfLess(R.FromReal(double.NegativeInfinity), score, row.WeightOf(rank), zero);
    }

    /// <summary>The largest weight of a row, out of its largest score.</summary>
    [MethodImpl(Inline)]
    public static R Largest<R, W>(R top, in ScoreBits p)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        p.Rule switch
        {
            ScoreRule.Power => Power<R, W>(top, p),
            ScoreRule.Softmax => R.FromReal(1),
            _ => R.FromReal(p.Best),
        };

    /// <summary>A weight in the scale in which the largest is 65,535, to the nearest integer.</summary>
    [MethodImpl(Inline)]
    public static R Units<R, W>(R weight, R largest)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        // Where the largest is 0 all are.
        R divisor = R.IfLess(R.FromReal(0), largest, largest, R.FromReal(1));
        return R.Nearest(weight / divisor * R.FromReal(ushort.MaxValue));
    }

    /// <summary>The code of a weight that is sent: 1 more than it, and 0 for none, since a client leaves zeros out.</summary>
    [MethodImpl(Inline)]
    public static R Code<R, W>(R units)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => R.IfLess(R.FromReal(0), units, units + R.FromReal(1), R.FromReal(0));
}
