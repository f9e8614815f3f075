using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Translates word by word: IBM Model 1 says what a word may mean, a bigram language model what reads well, and Viterbi's search finds
/// the best of both.</summary>
/// <remarks>
/// It reads its shard in order, pass after pass; with the last pass there is nothing left to learn, and it spends nothing.
/// A pair of m English and n other words costs 6 · (m + 1) · n operations, and in the first pass 8 · (n + 1) more for
/// the language model. Two neighbouring words may change places. Equal shards give equal bits on every machine. Not safe for
/// two threads at once.
/// </remarks>
public sealed class IbmModel1 : IModel
{
    private readonly Student _student;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="passes">Iterations of expectation and maximization, in [1, 20].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passes"/> is outside [1, 20].</exception>
    public IbmModel1(SentenceShard shard, int passes)
        : this(shard, passes, TranslatorConstants.Chosen) { }

    /// <summary>An untrained model with constants of its own.</summary>
    internal IbmModel1(SentenceShard shard, int passes, TranslatorConstants constants)
    {
        ArgumentNullException.ThrowIfNull(shard);
        Passes.Check(passes);
        _student = new(new WordLearner(shard.Sentences, passes, constants), shard);
    }

    private IbmModel1(Student student) => _student = student;

    /// <inheritdoc/>
    public string Name => "ibm-model-1";

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
        _student.Accepts(data) ? new IbmModel1(new Student(_student, (SentenceShard?)data)) : null;

    /// <inheritdoc/>
    public long Bytes => _student.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _student.Knows(question);
}
