using Simulator.Core.Randomness;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>A model that counts what follows each context of up to some characters, and backs off to shorter contexts
/// where a longer one is unknown.</summary>
/// <remarks>
/// Contexts of two characters and more share a table of bounded memory, where rare ones are forgotten; shorter ones are
/// counted in full. Probabilities blend all contexts from the shortest to the longest, as <see cref="PairModel"/> does.
/// It reads its shard once, in steps of 64 characters; a character costs 8 operations, and 20 for each length of context
/// from two on. Equal shards and sizes give equal bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class NgramModel : IModel, IPredictor
{
    /// <summary>Characters of the longest context there may be.</summary>
    public const int MostOrder = 12;

    private const long MostMemory = 1L << 30;

    private readonly int _order;
    private readonly PairCounts _pairs;
    private readonly NgramTable _table;
    private readonly TextTrainer _trainer;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="order">Characters of the longest context, in [2, 12].</param>
    /// <param name="memory">Bytes that the table may take, in [32, 2³⁰].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> or <paramref name="memory"/> is out of its
    /// range.</exception>
    public NgramModel(TextShard shard, int order, long memory)
    {
        ArgumentNullException.ThrowIfNull(shard);
        if (order is < 2 or > MostOrder)
        {
            throw new ArgumentOutOfRangeException(nameof(order), order, "The order lies in [2, 12].");
        }
        if (memory is < NgramTable.RowLength or > MostMemory)
        {
            throw new ArgumentOutOfRangeException(
                nameof(memory),
                memory,
                "The memory lies in [32, 1073741824] bytes."
            );
        }
        _order = order;
        _pairs = new();
        _table = new(memory);
        _trainer = new(this, shard);
    }

    private NgramModel(NgramModel other, TextShard? shard)
    {
        _order = other._order;
        _pairs = new(other._pairs);
        _table = new(other._table);
        _trainer = new(this, other._trainer, shard);
    }

    /// <inheritdoc/>
    public string Name => "ngram";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <summary>Operations of one answer.</summary>
    public long AnswerOperations => _trainer.AnswerOperations;

    long IPredictor.StepOperations =>
        CountedText.StepLength * (PairCounts.CountOperations + (_order - 1) * NgramTable.CountOperations);

    long IPredictor.PredictionOperations =>
        PairCounts.PredictionOperations + (_order - 1) * NgramTable.BlendOperations;

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        data is null or TextShard ? new NgramModel(this, (TextShard?)data) : null;

    /// <inheritdoc/>
    public long Bytes => PairCounts.Bytes + _table.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    long IPredictor.Steps(TextShard shard) => CountedText.Steps(shard);

    void IPredictor.Learn(TextShard shard, long step)
    {
        Span<byte> codes = stackalloc byte[MostOrder + CountedText.StepLength];
        int known = CountedText.Read(shard, step, _order, ref codes);
        for (int place = known; place < codes.Length; place++)
        {
            ReadOnlySpan<byte> history = codes[..place];
            _pairs.Add(history, codes[place]);
            int longest = Math.Min(_order, place);
            ulong hash = 0;
            for (int length = 1; length <= longest; length++)
            {
                hash = NgramTable.Extend(hash, history[^length]);
                // A context is worth memory once the one that it makes longer is known.
                if (length > 1 && !_table.Add(hash, codes[place]))
                {
                    break;
                }
            }
        }
    }

    void INextCharacter.Predict(ReadOnlySpan<byte> history, Span<Lanes> probabilities)
    {
        _pairs.Predict(history, probabilities);
        int longest = Math.Min(_order, history.Length);
        ulong hash = 0;
        for (int length = 1; length <= longest; length++)
        {
            hash = NgramTable.Extend(hash, history[^length]);
            if (length > 1 && !_table.Blend(hash, probabilities))
            {
                break;
            }
        }
    }
}
