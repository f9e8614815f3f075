using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.Models;

/// <summary>A classifier of images with one hidden layer of rectified units, and a softmax over the classes.</summary>
/// <remarks>
/// It starts from small random weights and takes steps of gradient descent on the mean cross-entropy of 32 images, drawn
/// from its shard with replacement; step number s goes rate / (1 + s / 1,000) along the gradient. With h hidden units a
/// step costs 4 · h · (n + 1) + 60 · h + 40 operations for each of its images, where n pixels are lit: a product and a
/// sum per weight to read, the same again to learn, and once more between the layers to pass errors back. Equal shards,
/// widths, rates and streams give equal bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class Perceptron : IModel, IClassifier
{
    private const int MostHidden = 256;

    private readonly Lanes[] _units;
    private readonly Lanes[] _unitErrors;
    private readonly float[] _errors = new float[Trainer.BatchSize * ImageSet.ClassCount];
    private readonly Trainer _trainer;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="hidden">Hidden units, in [1, 256].</param>
    /// <param name="learningRate">How far the first step goes along the gradient, in (0, 1].</param>
    /// <param name="rng">The stream that its own is split from.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hidden"/> is outside [1, 256], or
    /// <paramref name="learningRate"/> outside (0, 1].</exception>
    public Perceptron(ImageShard shard, int hidden, double learningRate, Rng rng)
    {
        if (hidden is < 1 or > MostHidden)
        {
            throw new ArgumentOutOfRangeException(
                nameof(hidden),
                hidden,
                "The number of hidden units lies in [1, 256]."
            );
        }
        Hidden = new(shard.Images.PixelCount, hidden);
        Output = new(hidden);
        _units = new Lanes[Trainer.BatchSize * Hidden.Vectors];
        _unitErrors = new Lanes[_units.Length];
        Rng own = rng.Split();
        Hidden.Randomize(Math.Sqrt(2.0 / shard.Images.PixelCount), own);
        Output.Randomize(Math.Sqrt(1.0 / hidden), own);
        _trainer = new(this, shard, learningRate, own);
    }

    private Perceptron(Perceptron other, ImageShard? shard, Rng? rng)
    {
        Hidden = new(other.Hidden);
        Output = new(other.Output);
        _units = new Lanes[other._units.Length];
        _unitErrors = new Lanes[_units.Length];
        _trainer = new(this, other._trainer, shard, rng);
    }

    /// <inheritdoc/>
    public string Name => "perceptron";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <inheritdoc/>
    public long AnswerOperations => _trainer.AnswerOperations;

    /// <summary>From pixels to hidden units.</summary>
    internal PixelLayer Hidden { get; }

    /// <summary>From hidden units to classes.</summary>
    internal ClassLayer Output { get; }

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _trainer.Accepts(data) ? new Perceptron(this, (ImageShard?)data, rng) : null;

    /// <inheritdoc/>
    public long Bytes => Hidden.Bytes + Output.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    long IClassifier.Operations(int litPixels) => Hidden.Operations(litPixels) + Output.Operations;

    long IClassifier.ReadingOperations(int litPixels) =>
        Hidden.ReadingOperations(litPixels) + Output.ReadingOperations;

    int IClassifier.Classify(LitPixels image)
    {
        Span<float> sums = Errors(0);
        Read(image, Of(_units, 0), sums);
        return Softmax.Choose(sums);
    }

    void IClassifier.Learn(ImageShard shard, ReadOnlySpan<int> batch, float rate)
    {
        // The errors of the whole batch are known before the first weight moves.
        for (int i = 0; i < batch.Length; i++)
        {
            Read(shard.Lit(batch[i]), Of(_units, i), Errors(i));
            Softmax.ToErrors(Errors(i), shard.Label(batch[i]));
            Output.PassBack(Errors(i), Of(_unitErrors, i));
            Rectifier.KeepWhereActive(Of(_units, i), Of(_unitErrors, i));
        }
        rate /= batch.Length;
        for (int i = 0; i < batch.Length; i++)
        {
            Output.Descend(Of(_units, i), Errors(i), rate);
            Hidden.Descend(shard.Lit(batch[i]), Of(_unitErrors, i), rate);
        }
    }

    private void Read(LitPixels image, Span<Lanes> units, Span<float> sums)
    {
        Hidden.Read(image, units);
        Rectifier.KeepWhereActive(units, units);
        Output.Read(units, sums);
    }

    private Span<Lanes> Of(Lanes[] lanes, int image) => lanes.AsSpan(image * Hidden.Vectors, Hidden.Vectors);

    private Span<float> Errors(int image) => _errors.AsSpan(image * ImageSet.ClassCount, ImageSet.ClassCount);
}
