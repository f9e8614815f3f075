using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Models;

/// <summary>Trains a classifier on a shard as budgets allow, and remembers what it answered.</summary>
internal sealed class Trainer
{
    /// <summary>Images in a batch.</summary>
    public const int BatchSize = 32;

    /// <summary>Steps after which a step is half as long as the first.</summary>
    private const float HalvingSteps = 1_000;

    private readonly IClassifier _classifier;
    private readonly ImageShard _shard;
    private readonly float _rate;
    private readonly Rng _rng;
    private readonly int[] _batch = new int[BatchSize];
    private readonly AnswerSheet _sheet;
    private long _steps;
    private long _unspent;
    private long _price;

    /// <summary>A trainer that has done nothing yet.</summary>
    /// <param name="classifier">What to train.</param>
    /// <param name="shard">What to train on.</param>
    /// <param name="learningRate">How far the first step goes along the gradient, in (0, 1].</param>
    /// <param name="rng">Draws the batches; nobody else may draw from it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is outside (0, 1].</exception>
    public Trainer(IClassifier classifier, ImageShard shard, double learningRate, Rng rng)
    {
        if (!(learningRate > 0 && learningRate <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(learningRate),
                learningRate,
                "A learning rate lies in (0, 1]."
            );
        }
        _rate = (float)learningRate;
        _classifier = classifier;
        _shard = shard;
        _rng = rng;
        _sheet = new(shard.Images, Classify);
        DrawBatch();
    }

    /// <summary>A trainer that goes on where another one is.</summary>
    /// <remarks>Steps are as long as the other's would be: what is learned anew must not throw over what is known.</remarks>
    /// <param name="classifier">A copy of what the other one trains.</param>
    /// <param name="other">The other one.</param>
    /// <param name="shard">What to train on; null for the same.</param>
    /// <param name="rng">The stream that its own is split from; null for a copy of the other's.</param>
    public Trainer(IClassifier classifier, Trainer other, ImageShard? shard, Rng? rng)
    {
        (_classifier, _rate) = (classifier, other._rate);
        _shard = shard ?? other._shard;
        _rng = rng?.Split() ?? other._rng.Copy();
        (_steps, _price, Version) = (other._steps, other._price, other.Version);
        _unspent = shard is null ? other._unspent : 0;
        _sheet =
            _shard.Images == other._shard.Images
                ? new(_shard.Images, Classify, other._sheet)
                : new(_shard.Images, Classify);
        if (shard is null)
        {
            other._batch.CopyTo(_batch);
        }
        else
        {
            DrawBatch();
        }
    }

    /// <summary>Calls that took a step.</summary>
    public int Version { get; private set; }

    /// <summary>Floating-point operations of one answer, where as many pixels are lit as are in the mean.</summary>
    public long AnswerOperations => _classifier.ReadingOperations(_shard.Images.MeanLitPixels);

    /// <summary>Takes steps as long as the next one is paid for.</summary>
    /// <param name="budget">Operations added to what earlier calls left.</param>
    /// <returns>Operations spent.</returns>
    /// <remarks>A batch is drawn before it is paid for, and stays drawn: the steps depend on the sum of all budgets
    /// alone.</remarks>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        _unspent += budget;
        long before = _unspent;
        while (_price <= _unspent)
        {
            _classifier.Learn(_shard, _batch, _rate / (1 + _steps / HalvingSteps));
            _steps++;
            _unspent -= _price;
            DrawBatch();
        }
        if (_unspent < before)
        {
            Version++;
            _sheet.Forget();
        }
        return before - _unspent;
    }

    /// <summary>The classifier's answer, worked out once per question and version.</summary>
    public IAnswer Answer(IQuestion question) => _sheet.Answer(question);

    /// <summary>Whether a question is of the images that it learns from.</summary>
    public bool Knows(IQuestion question) => _sheet.Knows(question);

    /// <summary>Whether a copy could learn from some data: from the same, or from images of the same size.</summary>
    public bool Accepts(ITrainingData? data) =>
        data is null || (data is ImageShard { Images: var images } && images.HasSizeOf(_shard.Images));

    private int Classify(ImageSet images, int image) => _classifier.Classify(images.Lit(image));

    private void DrawBatch()
    {
        _price = 0;
        for (int i = 0; i < _batch.Length; i++)
        {
            _batch[i] = _rng.NextInt(_shard.Count);
            _price += _classifier.Operations(_shard.Lit(_batch[i]).Places.Length);
        }
    }
}
