using CsCheck;
using Simulator.Core.Metrics;

namespace Simulator.Core.Tests.Metrics;

public sealed class RankCorrelationTests
{
    private static readonly Gen<(double[] Left, double[] Right)> Pairs = Gen.Select(
            Gen.Int[0, 8],
            Gen.Double[-5, 5]
        )
        .Array[2, 30]
        .Select(pairs =>
            (pairs.Select(p => (double)p.Item1).ToArray(), pairs.Select(p => p.Item2).ToArray())
        );

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 10, 100, 1000 }, 1)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 9, 8, -7 }, -1)]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, new double[] { 2, 1, 4, 3, 5 }, 0.8)] // 1 − 6·4 / (5·24).
    [InlineData(new double[] { 0, 0, 5 }, new double[] { 3, 3, 4 }, 1)]
    [InlineData(new double[] { 1, 1, 2, 2 }, new double[] { 1, 2, 1, 2 }, 0)]
    public void Ranks_decide_and_sizes_do_not(double[] left, double[] right, double expected) =>
        Assert.Equal(expected, RankCorrelation.Spearman(left, right), 15);

    [Fact]
    public void Tied_values_share_the_mean_of_their_ranks() =>
        // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: covariance 4.5 over √(4.5 · 5).
        Assert.Equal(4.5 / Math.Sqrt(22.5), RankCorrelation.Spearman([1, 7, 7, 9], [1, 2, 3, 4]), 15);

    [Fact]
    public void A_pair_without_both_values_is_left_out() =>
        Assert.Equal(1.0, RankCorrelation.Spearman([1, double.NaN, 2, 3], [4, -100, 5, double.NaN]));

    [Fact]
    public void There_is_none_of_fewer_than_two_pairs_or_of_a_constant()
    {
        Assert.Equal(double.NaN, RankCorrelation.Spearman([], []));
        Assert.Equal(double.NaN, RankCorrelation.Spearman([1], [1]));
        Assert.Equal(double.NaN, RankCorrelation.Spearman([1, 2, 3], [4, 4, 4]));
        Assert.Equal(double.NaN, RankCorrelation.Spearman([double.NaN, double.NaN], [1, 2]));
    }

    [Fact]
    public void Measures_of_different_length_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => RankCorrelation.Spearman([1, 2], [1]));
        Assert.StartsWith("2 values cannot be paired with 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_does_not_care_which_measure_is_named_first_and_turns_its_sign_with_the_order() =>
        Pairs.Sample(pair =>
        {
            double[] opposite = [.. pair.Right.Select(v => -v)];
            double found = RankCorrelation.Spearman(pair.Left, pair.Right);
            Assert.Equal(found, RankCorrelation.Spearman(pair.Right, pair.Left));
            Assert.Equal(found, -RankCorrelation.Spearman(pair.Left, opposite));
        });

    [Fact]
    public void What_is_not_constant_agrees_with_itself() =>
        Pairs.Sample(pair =>
            Assert.Equal(
                pair.Right.Distinct().Count() > 1 ? 1.0 : double.NaN,
                RankCorrelation.Spearman(pair.Right, pair.Right)
            )
        );
}
