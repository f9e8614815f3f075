using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Tests.Numerics.Scores;

public sealed class ScoreMapTests
{
    [Fact]
    public void Named_rules_by_rank_are_tables_of_weights()
    {
        Assert.Equal([1.0], ScoreMap.WinnerTakesAll.Ranks);
        Assert.Equal([1.0, 1, 1], ScoreMap.TopK(3).Ranks);
        Assert.Equal([3.0, 2, 1], ScoreMap.Falling(3).Ranks);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Refuses(() => ScoreMap.Power(0), "An exponent lies in [1, 16].");
        Refuses(() => ScoreMap.Power(17), "An exponent lies in [1, 16].");
        Refuses(() => ScoreMap.Power(1, 1), "A baseline is a number below 1.");
        Refuses(() => ScoreMap.Power(1, double.NaN), "A baseline is a number below 1.");
        Refuses(() => ScoreMap.Softmax(0), "A temperature is a number above 0.");
        Refuses(() => ScoreMap.Softmax(double.NaN), "A temperature is a number above 0.");
        Refuses(() => ScoreMap.ByRank([]), "A rule by rank needs the weight of one rank at least.");
        Refuses(
            () => ScoreMap.ByRank([1, 2]),
            "The weight of rank 1 is 2: weights are finite, not negative and never rise."
        );
        Refuses(
            () => ScoreMap.ByRank([1, -1]),
            "The weight of rank 1 is -1: weights are finite, not negative and never rise."
        );
    }

    private static void Refuses(Func<ScoreMap> make, string message) =>
        Assert.StartsWith(
            message,
            Assert.ThrowsAny<ArgumentException>(make).Message,
            StringComparison.Ordinal
        );
}
