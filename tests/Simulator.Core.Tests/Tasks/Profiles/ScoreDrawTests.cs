using CsCheck;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Profiles;

namespace Simulator.Core.Tests.Tasks.Profiles;

public sealed class ScoreDrawTests
{
    /// <summary>Both values and their probabilities are known, so that mean and deviation need no samples.</summary>
    [Fact]
    public void The_two_scores_have_the_mean_and_the_deviation_asked_for() =>
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Double[0, 0.7])
            .Sample(
                (mean, spread) =>
                {
                    double upper = ScoreDraw.Of(0, mean, spread),
                        lower = ScoreDraw.Of(1 - 1e-9, mean, spread),
                        found = mean * upper + (1 - mean) * lower,
                        variance =
                            mean * (upper - found) * (upper - found)
                            + (1 - mean) * (lower - found) * (lower - found),
                        wanted = Math.Min(spread, Math.Sqrt(mean * (1 - mean)));
                    Assert.InRange(lower, 0, upper);
                    Assert.InRange(upper, lower, 1);
                    Assert.Equal(mean, found, 1e-12);
                    Assert.Equal(wanted, Math.Sqrt(variance), 1e-9);
                },
                iter: 2_000
            );

    [Fact]
    public void Draws_of_a_stream_have_them_too() =>
        Gen.Select(Gen.Double[0.05, 0.95], Gen.Double[0.05, 0.6], Gen.ULong)
            .Sample(
                (mean, spread, seed) =>
                {
                    const int Draws = 4_000;
                    Rng rng = new(seed);
                    double[] scores =
                    [
                        .. Enumerable
                            .Range(0, Draws)
                            .Select(_ => ScoreDraw.Of(rng.NextDouble(), mean, spread)),
                    ];
                    double average = scores.Average(),
                        wanted = Math.Min(spread, Math.Sqrt(mean * (1 - mean)));
                    // Six standard errors of the mean of so many draws: once in 500 million.
                    Assert.Equal(mean, average, 6 * wanted / Math.Sqrt(Draws));
                },
                iter: 200
            );

    [Fact]
    public void What_scatters_as_widely_as_it_can_is_right_or_wrong()
    {
        Assert.Equal(1, ScoreDraw.Of(0.69, 0.7, 0.5));
        Assert.Equal(0, ScoreDraw.Of(0.71, 0.7, 0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Who_knows_all_or_nothing_does_not_scatter(double mean)
    {
        Assert.Equal(mean, ScoreDraw.Of(0, mean, 0.5));
        Assert.Equal(mean, ScoreDraw.Of(0.999, mean, 0.5));
    }
}
