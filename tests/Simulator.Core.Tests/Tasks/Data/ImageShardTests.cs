using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tests.Tasks.Data;

public sealed class ImageShardTests
{
    [Theory]
    [InlineData(1, 1_400)]
    [InlineData(0.5, 700)]
    [InlineData(0.1234, 173)] // 172.76
    [InlineData(0.0001, 1)] // 0.14, but never none
    public void It_holds_its_share_of_the_training_images_none_twice(double share, int count)
    {
        var shard = ImageShard.Draw(DataCatalog.Digits, share, 0, new Rng(1));
        int[] images = Images(shard);
        Assert.Equal(count, images.Length);
        Assert.Equal(count, images.Distinct().Count());
        Assert.All(images, image => Assert.InRange(image, 0, 1_399));
    }

    [Fact]
    public void Every_training_image_is_equally_likely()
    {
        const int Shards = 1_000;
        int[] counts = new int[1_400];
        for (ulong seed = 0; seed < Shards; seed++)
        {
            foreach (int image in Images(ImageShard.Draw(DataCatalog.Digits, 0.1, 0, new Rng(seed))))
            {
                counts[image]++;
            }
        }
        // Mean 100, standard deviation √(1,000 · 0.1 · 0.9) = 9.5; the sum of squared deviations, in units of the
        // variance, is about 1,400 with a standard deviation of √2,800 = 53.
        double chiSquare = counts.Sum(count => (count - 100.0) * (count - 100) / 90);
        Assert.InRange(chiSquare, 1_400 - 5 * 53, 1_400 + 5 * 53);
    }

    [Fact]
    public void Without_noise_every_label_is_right()
    {
        var shard = ImageShard.Draw(DataCatalog.Fashion, 0.3, 0, new Rng(2));
        Assert.All(
            Enumerable.Range(0, shard.Count),
            i => Assert.Equal(DataCatalog.Fashion.Label(shard.Image(i)), shard.Label(i))
        );
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void A_label_is_wrong_as_often_as_the_noise_says_and_then_any_other_class(double noise)
    {
        var shard = ImageShard.Draw(DataCatalog.Fashion, 1, noise, new Rng(3));
        int[] byDistance = new int[ImageSet.ClassCount];
        for (int i = 0; i < shard.Count; i++)
        {
            int distance = shard.Label(i) - DataCatalog.Fashion.Label(shard.Image(i)) + ImageSet.ClassCount;
            byDistance[distance % ImageSet.ClassCount]++;
        }
        AssertCount(12_000, 1 - noise, byDistance[0]);
        Assert.All(byDistance[1..], count => AssertCount(12_000, noise / 9, count));
    }

    [Fact]
    public void Noise_does_not_change_which_images_are_drawn()
    {
        var clean = ImageShard.Draw(DataCatalog.Digits, 0.2, 0, new Rng(4));
        var noisy = ImageShard.Draw(DataCatalog.Digits, 0.2, 0.5, new Rng(4));
        Assert.Equal(Images(clean), Images(noisy));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_share_outside_its_range_is_refused(double share)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            ImageShard.Draw(DataCatalog.Digits, share, 0, new Rng(1))
        );
        Assert.Equal(
            $"A share of training images lies in (0, 1]. (Parameter 'share')\nActual value was {share}.",
            error.Message.ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_noise_that_is_no_probability_is_refused(double noise)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            ImageShard.Draw(DataCatalog.Digits, 0.1, noise, new Rng(1))
        );
        Assert.Equal(
            $"Noise is a probability in [0, 1]. (Parameter 'labelNoise')\nActual value was {noise}.",
            error.Message.ReplaceLineEndings("\n")
        );
    }

    private static int[] Images(ImageShard shard) =>
        [.. Enumerable.Range(0, shard.Count).Select(shard.Image)];

    // Within five standard deviations of a count of independent draws.
    private static void AssertCount(int draws, double probability, int count)
    {
        double reach = 5 * Math.Sqrt(draws * probability * (1 - probability));
        Assert.InRange(count, draws * probability - reach, draws * probability + reach);
    }
}
