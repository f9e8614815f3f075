using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Translates run by run: it remembers runs of words that belong together, and goes word by word where it remembers
/// none.</summary>
/// <remarks>
/// It learns as <see cref="IbmModel1"/> does, and in its last pass takes the runs out of each pair, which costs (m + 1) · n
/// operations more for m English and n other words. Equal shards give equal bits on every machine. Not safe for two threads at
/// once.
/// </remarks>
public sealed class PhraseMemory : IModel
{
    private readonly Student _student;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="passes">Iterations of expectation and maximization, in [1, 20].</param>
    /// <param name="longest">Words of the longest run, in [1, 4].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public PhraseMemory(SentenceShard shard, int passes, int longest)
        : this(shard, passes, longest, TranslatorConstants.Chosen) { }

    /// <summary>An untrained model with constants of its own.</summary>
    internal PhraseMemory(SentenceShard shard, int passes, int longest, TranslatorConstants constants)
    {
        ArgumentNullException.ThrowIfNull(shard);
        Passes.Check(passes);
        if (longest is < 1 or > PhraseTable.Most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(longest),
                longest,
                "The longest run has 1 to 4 words."
            );
        }
        _student = new(new PhraseLearner(shard.Sentences, passes, longest, constants), shard);
    }

    private PhraseMemory(Student student) => _student = student;

    /// <inheritdoc/>
    public string Name => "phrase-memory";

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
        _student.Accepts(data) ? new PhraseMemory(new Student(_student, (SentenceShard?)data)) : null;

    /// <inheritdoc/>
    public long Bytes => _student.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _student.Knows(question);
}
