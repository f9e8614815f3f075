using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Answers with the translation of the most similar sentence that it remembers, or with the English sentence where none is
/// similar enough.</summary>
/// <remarks>
/// It remembers its shard once, two operations an English word; after that there is nothing left to learn. Equal shards
/// give equal bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class NearestSentence : IModel
{
    private readonly Student _student;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    public NearestSentence(SentenceShard shard)
        : this(shard, TranslatorConstants.Chosen) { }

    /// <summary>An untrained model with constants of its own.</summary>
    internal NearestSentence(SentenceShard shard, TranslatorConstants constants)
    {
        ArgumentNullException.ThrowIfNull(shard);
        _student = new(new SentenceMemory(shard.Sentences, constants), shard);
    }

    private NearestSentence(Student student) => _student = student;

    /// <inheritdoc/>
    public string Name => "nearest-sentence";

    /// <inheritdoc/>
    public int Version => _student.Version;

    /// <summary>Operations of one answer: the mean of those worked out so far, and 0 before the first.</summary>
    public long AnswerOperations => _student.AnswerOperations;

    /// <inheritdoc/>
    public long Train(long budget) => _student.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _student.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _student.Accepts(data) ? new NearestSentence(new Student(_student, (SentenceShard?)data)) : null;

    /// <inheritdoc/>
    public long Bytes => _student.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _student.Knows(question);
}
