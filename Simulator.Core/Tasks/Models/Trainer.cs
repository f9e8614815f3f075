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

    private const byte Unknown = byte.MaxValue;

    private readonly IClassifier _classifier;
    private readonly ImageShard _shard;
    private readonly float _rate;
    private readonly Rng _rng;
    private readonly int[] _batch = new int[BatchSize];
    private readonly byte[] _answers;
    private ImageSet? _strange;
    private byte[] _strangeAnswers = [];
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
        _answers = new byte[shard.Images.HeldOutCount];
        Array.Fill(_answers, Unknown);
        DrawBatch();
    }

    /// <summary>Calls that took a step.</summary>
    public int Version { get; private set; }

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
            Array.Fill(_answers, Unknown);
            Array.Fill(_strangeAnswers, Unknown);
        }
        return before - _unspent;
    }

    /// <summary>The classifier's answer, worked out once per question and version; images of the same size from elsewhere
    /// are named as well as it can.</summary>
    public IAnswer Answer(IQuestion question)
    {
        if (
            question is not ImageQuestion asked
            || (asked.Images.Height, asked.Images.Width) != (_shard.Images.Height, _shard.Images.Width)
        )
        {
            return NoAnswer.Instance;
        }
        ref byte answer = ref AnswersTo(asked.Images)[asked.Index];
        if (answer == Unknown)
        {
            answer = (byte)_classifier.Classify(asked.Images.Lit(asked.Image));
        }
        return LabelAnswer.Of(answer);
    }

    /// <summary>Whether a question is of the images that it learns from.</summary>
    public bool Knows(IQuestion question) => question is ImageQuestion asked && asked.Images == _shard.Images;

    /// <summary>The answers given to questions of a set: its own, or the last other one.</summary>
    private byte[] AnswersTo(ImageSet images)
    {
        if (images == _shard.Images)
        {
            return _answers;
        }
        if (images != _strange)
        {
            (_strange, _strangeAnswers) = (images, new byte[images.HeldOutCount]);
            Array.Fill(_strangeAnswers, Unknown);
        }
        return _strangeAnswers;
    }

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
