using System.Collections.Immutable;

namespace Simulator.Core.Numerics.Scores;

/// <summary>A rule from scores to weights, checked.</summary>
internal sealed class ScoreMap
{
    private const int MostExponent = 16;

    private ScoreMap(ScoreBits bits, ImmutableArray<double> ranks) => (Bits, Ranks) = (bits, ranks);

    /// <summary>The rule and its numbers.</summary>
    public ScoreBits Bits { get; }

    /// <summary>The weight of each rank, the best first; empty where the rule asks no ranks.</summary>
    public ImmutableArray<double> Ranks { get; }

    /// <summary>The best alone gets weight; of equal scores the one of the lowest uid.</summary>
    public static ScoreMap WinnerTakesAll { get; } = TopK(1);

    /// <summary>What a score is above the baseline, in [0, 1], raised to a power.</summary>
    /// <param name="exponent">In [1, 16]; 1 is the linear rule.</param>
    /// <param name="baseline">Score that earns nothing, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static ScoreMap Power(int exponent, double baseline = 0)
    {
        Require(
            exponent is >= 1 and <= MostExponent,
            nameof(exponent),
            exponent,
            "An exponent lies in [1, 16]."
        );
        Require(
            double.IsFinite(baseline) && baseline < 1,
            nameof(baseline),
            baseline,
            "A baseline is a number below 1."
        );
        return new(
            new()
            {
                Rule = ScoreRule.Power,
                Exponent = exponent,
                Baseline = baseline,
            },
            []
        );
    }

    /// <summary>e to the score over a temperature.</summary>
    /// <param name="temperature">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number above 0.</exception>
    public static ScoreMap Softmax(double temperature)
    {
        Require(
            double.IsNormal(temperature) && temperature > 0,
            nameof(temperature),
            temperature,
            "A temperature is a number above 0."
        );
        return new(new() { Rule = ScoreRule.Softmax, Temperature = temperature }, []);
    }

    /// <summary>The best miners get the same weight, the others none.</summary>
    /// <param name="count">How many, at least 1.</param>
    public static ScoreMap TopK(int count) => ByRank([.. Enumerable.Repeat(1.0, count)]);

    /// <summary>Weights fall evenly from the best rank to the last.</summary>
    /// <param name="ranks">How many ranks get weight, at least 1.</param>
    public static ScoreMap Falling(int ranks) =>
        ByRank([.. Enumerable.Range(0, ranks).Select(rank => (double)(ranks - rank))]);

    /// <summary>A number for each rank, the best first; ranks beyond the last number get nothing.</summary>
    /// <param name="weights">Finite, not negative, never rising; at least one.</param>
    /// <exception cref="ArgumentException">The weights are not so.</exception>
    public static ScoreMap ByRank(ImmutableArray<double> weights)
    {
        if (weights.IsDefaultOrEmpty)
        {
            throw new ArgumentException(
                "A rule by rank needs the weight of one rank at least.",
                nameof(weights)
            );
        }
        for (int k = 0; k < weights.Length; k++)
        {
            if (!double.IsFinite(weights[k]) || weights[k] < 0 || (k > 0 && weights[k] > weights[k - 1]))
            {
                throw new ArgumentException(
                    $"The weight of rank {k} is {weights[k]}: weights are finite, not negative and never rise.",
                    nameof(weights)
                );
            }
        }
        return new(new() { Rule = ScoreRule.Rank, Best = weights[0] }, weights);
    }

    private static void Require<T>(bool holds, string name, T value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, range);
        }
    }
}
