using Simulator.Core.Randomness;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>The tutorial's model: how often each character follows each other one (a Markov chain of order 1).</summary>
/// <remarks>It reads its shard once, in steps of 64 characters at 8 operations each; more training is in vain.</remarks>
public sealed class PairModel : IModel, IPredictor
{
    private readonly PairCounts _counts;
    private readonly TextTrainer _trainer;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    public PairModel(TextShard shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        _counts = new();
        _trainer = new(this, shard);
    }

    private PairModel(PairModel other, TextShard? shard)
    {
        _counts = new(other._counts);
        _trainer = new(this, other._trainer, shard);
    }

    /// <inheritdoc/>
    public string Name => "order-1";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <summary>Operations of one answer.</summary>
    public long AnswerOperations => _trainer.AnswerOperations;

    long IPredictor.StepOperations => CountedText.StepLength * PairCounts.CountOperations;

    long IPredictor.PredictionOperations => PairCounts.PredictionOperations;

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        data is null or TextShard ? new PairModel(this, (TextShard?)data) : null;

    /// <inheritdoc/>
    public long Bytes => PairCounts.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    long IPredictor.Steps(TextShard shard) => CountedText.Steps(shard);

    void IPredictor.Learn(TextShard shard, long step)
    {
        Span<byte> codes = stackalloc byte[1 + CountedText.StepLength];
        int known = CountedText.Read(shard, step, 1, ref codes);
        for (int place = known; place < codes.Length; place++)
        {
            _counts.Add(codes[..place], codes[place]);
        }
    }

    void INextCharacter.Predict(ReadOnlySpan<byte> history, Span<Lanes> probabilities) =>
        _counts.Predict(history, probabilities);
}
