using System.Runtime.InteropServices;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.Models;

/// <summary>A linear classifier of images: one weighted sum of pixels per class, and their softmax.</summary>
/// <remarks>
/// It starts from zero and takes steps of gradient descent on the mean cross-entropy of 32 images, drawn from its shard
/// with replacement; step number s goes rate / (1 + s / 1,000) along the gradient. A step costs 40 · (n + 1) operations
/// for each of its images, where n pixels are lit: a product and a sum per weight to read, the same again to learn.
/// Equal shards, rates and streams give equal bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class SoftmaxRegression : IModel, IClassifier
{
    private readonly Lanes[] _errors;
    private readonly Trainer _trainer;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="learningRate">How far the first step goes along the gradient, in (0, 1].</param>
    /// <param name="rng">The stream that its own is split from.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is outside (0, 1].</exception>
    public SoftmaxRegression(ImageShard shard, double learningRate, Rng rng)
    {
        Layer = new(shard.Images.PixelCount, ImageSet.ClassCount);
        _errors = new Lanes[Trainer.BatchSize * Layer.Vectors];
        _trainer = new(this, shard, learningRate, rng.Split());
    }

    private SoftmaxRegression(SoftmaxRegression other, ImageShard? shard, Rng? rng)
    {
        Layer = new(other.Layer);
        _errors = new Lanes[other._errors.Length];
        _trainer = new(this, other._trainer, shard, rng);
    }

    /// <inheritdoc/>
    public string Name => "softmax";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <inheritdoc/>
    public long AnswerOperations => _trainer.AnswerOperations;

    /// <summary>From pixels to classes.</summary>
    internal PixelLayer Layer { get; }

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _trainer.Accepts(data) ? new SoftmaxRegression(this, (ImageShard?)data, rng) : null;

    /// <inheritdoc/>
    public long Bytes => Layer.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    long IClassifier.Operations(int litPixels) => Layer.Operations(litPixels);

    long IClassifier.ReadingOperations(int litPixels) => Layer.ReadingOperations(litPixels);

    int IClassifier.Classify(LitPixels image)
    {
        Span<Lanes> sums = _errors.AsSpan(0, Layer.Vectors);
        Layer.Read(image, sums);
        return Softmax.Choose(MemoryMarshal.Cast<Lanes, float>(sums));
    }

    void IClassifier.Learn(ImageShard shard, ReadOnlySpan<int> batch, float rate)
    {
        // The errors of the whole batch are known before the first weight moves.
        for (int i = 0; i < batch.Length; i++)
        {
            Span<Lanes> errors = Errors(i);
            Layer.Read(shard.Lit(batch[i]), errors);
            Softmax.ToErrors(MemoryMarshal.Cast<Lanes, float>(errors), shard.Label(batch[i]));
        }
        for (int i = 0; i < batch.Length; i++)
        {
            Layer.Descend(shard.Lit(batch[i]), Errors(i), rate / batch.Length);
        }
    }

    private Span<Lanes> Errors(int image) => _errors.AsSpan(image * Layer.Vectors, Layer.Vectors);
}
