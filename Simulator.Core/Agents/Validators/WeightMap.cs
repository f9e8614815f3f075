using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Agents.Validators;

/// <summary>How a validator makes weights of the scores that it has of miners.</summary>
/// <remarks>
/// Ranks and softmax look at scores alone: only a power knows a task's baseline, and gives a miner nothing that is not above
/// it. Of equal scores the one of the lower uid has the better rank.
/// </remarks>
public sealed class WeightMap
{
    private readonly Func<double, ScoreMap> _above;

    private WeightMap(Func<double, ScoreMap> above) => _above = above;

    /// <summary>The skill over the baseline itself.</summary>
    public static WeightMap Linear { get; } = Power(1);

    /// <summary>The best alone gets weight.</summary>
    public static WeightMap WinnerTakesAll { get; } = Of(ScoreMap.WinnerTakesAll);

    /// <summary>The skill over the baseline, raised to a power.</summary>
    /// <param name="sharpness">The power, in [1, 16]: the higher, the more the best are preferred.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public static WeightMap Power(int sharpness) =>
        sharpness is >= 1 and <= 16
            ? new(baseline => ScoreMap.Power(sharpness, baseline))
            : throw new ArgumentOutOfRangeException(
                nameof(sharpness),
                sharpness,
                "A sharpness lies in [1, 16]."
            );

    /// <summary>e to the score over a temperature.</summary>
    /// <param name="temperature">How far scores lie apart whose weights do by a factor e; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number above 0.</exception>
    public static WeightMap Softmax(double temperature) => Of(ScoreMap.Softmax(temperature));

    /// <summary>The best miners get the same weight, the others none.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public static WeightMap TopK(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Of(ScoreMap.TopK(count));
    }

    /// <summary>Weights fall evenly from the best rank to the last that gets any.</summary>
    /// <param name="count">How many ranks get weight, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public static WeightMap Ranks(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Of(ScoreMap.Falling(count));
    }

    /// <summary>The rule for a task whose tutorial scores so much.</summary>
    internal ScoreMap Above(double baseline) => _above(baseline);

    private static WeightMap Of(ScoreMap map) => new(_ => map);
}
