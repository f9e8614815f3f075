using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Core.Tests.Tasks.TextCompletion;

public sealed class TextShardTests
{
    [Theory]
    [InlineData(1, 3_544)]
    [InlineData(0.1, 354)]
    [InlineData(0.00001, 1)]
    public void A_shard_has_its_share_of_the_passages_and_none_twice(double share, int count)
    {
        TextShard shard = TextKind.Austen(share);
        int[] passages = [.. Enumerable.Range(0, shard.Count).Select(shard.Passage)];
        Assert.Equal(count, shard.Count);
        Assert.Equal(count, passages.Distinct().Count());
        Assert.All(passages, passage => Assert.InRange(passage, 0, 3_543));
    }

    [Fact]
    public void Without_noise_a_passage_reads_as_the_author_wrote_it()
    {
        TextShard shard = TextKind.Austen();
        Assert.Equal(DataCatalog.Austen.TrainingText(shard.Passage(7)), shard.Text(7));
    }

    // 100 passages of 1,024 characters: a share of 0.25 has a standard error of 0.0014.
    [Fact]
    public void Noise_replaces_as_many_characters_as_it_says_and_the_same_ones_each_time()
    {
        TextShard clean = TextKind.Austen();
        TextShard noisy = TextKind.Austen(noise: 0.25);
        int wrong = 0;
        for (int index = 0; index < 100; index++)
        {
            Assert.Equal(clean.Passage(index), noisy.Passage(index));
            Assert.Equal(noisy.Text(index), noisy.Text(index));
            wrong += clean.Text(index).Zip(noisy.Text(index)).Count(pair => pair.First != pair.Second);
        }
        Assert.InRange(wrong / 102_400.0, 0.243, 0.257);
    }

    [Fact]
    public void A_part_of_a_passage_reads_as_in_the_whole()
    {
        TextShard noisy = TextKind.Austen(noise: 0.5);
        Span<byte> part = stackalloc byte[50];
        noisy.Read(3, 100, part);
        Assert.Equal(noisy.Text(3).Substring(100, 50), Alphabet.TextOf(part));
    }

    [Theory]
    [InlineData(0, 0, "share")]
    [InlineData(1.1, 0, "share")]
    [InlineData(0.5, -0.1, "noise")]
    [InlineData(0.5, double.NaN, "noise")]
    public void A_share_or_noise_out_of_range_is_refused(double share, double noise, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            name,
            () => TextShard.Draw(DataCatalog.Austen, share, noise, new Rng(1))
        );
}
