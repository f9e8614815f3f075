using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Data;

public sealed class ShardDrawTests
{
    private static readonly Dictionary<string, Func<double, double, object>> Families = new()
    {
        ["training images"] = (share, noise) => ImageShard.Draw(DataCatalog.Digits, share, noise, new(1)),
        ["training passages"] = (share, noise) => TextShard.Draw(DataCatalog.Austen, share, noise, new(1)),
        ["training rows"] = (share, noise) => TableShard.Draw(DataCatalog.Concrete, share, noise, new(1)),
        ["sentence pairs"] = (share, noise) =>
            SentenceShard.Draw(LanguageTranslation.German.Sentences, share, noise, new(1)),
    };

    public static TheoryData<string> Items => [.. Families.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Items))]
    public void Every_family_refuses_what_is_no_share_and_what_is_no_probability(string items)
    {
        foreach (double share in new[] { 0, -0.1, 1.1, double.NaN })
        {
            Assert.StartsWith(
                $"A share of {items} lies in (0, 1]. (Parameter 'share')",
                Assert.Throws<ArgumentOutOfRangeException>(() => Families[items](share, 0)).Message,
                StringComparison.Ordinal
            );
        }
        foreach (double noise in new[] { -0.1, 1.1, double.NaN })
        {
            Assert.StartsWith(
                "Noise is a probability in [0, 1]. (Parameter '",
                Assert.Throws<ArgumentOutOfRangeException>(() => Families[items](1, noise)).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(0.14, 1)]
    [InlineData(0.15, 2)]
    [InlineData(1, 10)]
    public void A_share_is_rounded_to_whole_items_of_which_none_is_drawn_twice(double share, int count)
    {
        int[] first = ShardDraw.First("items", 10, share, new(1)),
            shuffled = ShardDraw.Shuffled("items", 10, share, new(1));
        Assert.Equal((count, count), (first.Distinct().Count(), shuffled.Distinct().Count()));
        Assert.Equal((count, count), (first.Length, shuffled.Length));
        Assert.All(first.Concat(shuffled), item => Assert.InRange(item, 0, 9));
    }

    [Fact]
    public void Only_a_shuffle_draws_as_much_for_a_small_share_as_for_a_large_one()
    {
        ulong After(Func<Rng, int[]> draw)
        {
            Rng rng = new(1);
            draw(rng);
            return rng.NextUInt64();
        }
        Assert.Equal(
            After(rng => ShardDraw.Shuffled("items", 10, 0.1, rng)),
            After(rng => ShardDraw.Shuffled("items", 10, 1, rng))
        );
        Assert.NotEqual(
            After(rng => ShardDraw.First("items", 10, 0.1, rng)),
            After(rng => ShardDraw.First("items", 10, 1, rng))
        );
    }
}
