using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Data;

/// <summary>The training images that one miner has, with the labels it believes in; never changes.</summary>
public sealed class ImageShard : ITrainingData
{
    private readonly int[] _images;
    private readonly byte[] _labels;

    private ImageShard(ImageSet set, int[] images, byte[] labels)
    {
        Images = set;
        _images = images;
        _labels = labels;
    }

    /// <summary>The set the images come from.</summary>
    public ImageSet Images { get; }

    /// <summary>How many images it has, at least 1.</summary>
    public int Count => _images.Length;

    /// <summary>Draws a shard.</summary>
    /// <remarks>All images are drawn before the first label: from equal streams, shards of equal share hold the same
    /// images whatever their noise.</remarks>
    /// <param name="images">The set to draw from; only its training images are drawn, none twice.</param>
    /// <param name="share">Share of the training images, in (0, 1]; rounded to the nearest whole image, at least one.</param>
    /// <param name="labelNoise">Probability in [0, 1] that a label is wrong: each of the other classes is then equally
    /// likely.</param>
    /// <param name="rng">The stream that decides.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or probability is out of its range.</exception>
    public static ImageShard Draw(ImageSet images, double share, double labelNoise, Rng rng)
    {
        ShardDraw.CheckNoise(labelNoise);
        int[] drawn = ShardDraw.First("training images", images.TrainingCount, share, rng);
        byte[] labels = new byte[drawn.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            int label = images.Label(drawn[i]);
            if (rng.NextBool(labelNoise))
            {
                label = (label + 1 + rng.NextInt(ImageSet.ClassCount - 1)) % ImageSet.ClassCount;
            }
            labels[i] = (byte)label;
        }
        return new(images, drawn, labels);
    }

    /// <summary>The number of an image in its set.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    public int Image(int index) => _images[index];

    /// <summary>The class that the shard says an image belongs to.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    public int Label(int index) => _labels[index];

    /// <summary>The lit pixels of an image.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    internal LitPixels Lit(int index) => Images.Lit(_images[index]);
}
