using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>A neural language model: the last characters, one hidden layer of rectified units, and a softmax over the
/// next character.</summary>
/// <remarks>
/// Source: Bengio, Ducharme, Vincent and Jauvin, "A neural probabilistic language model" (JMLR 3, 2003), with characters
/// in place of words and no shared embedding. It starts from small random weights and takes steps of gradient descent on
/// the mean cross-entropy of two characters, drawn from its shard with replacement; step number s goes
/// rate / (1 + s / 100,000) along the gradient. With h hidden units and a reach of c characters a prediction costs
/// h · (c + 79) + 975 operations, and learning from a character h · (3 · c + 239) + 1,092. Equal shards, sizes, rates and
/// streams give equal bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class CharacterNetwork : IModel, IPredictor
{
    /// <summary>Characters of the longest reach there may be.</summary>
    public const int MostReach = 12;

    private const int MostHidden = 256;
    private const int BatchSize = 2;

    /// <summary>Steps after which a step is half as long as the first.</summary>
    private const float HalvingSteps = 100_000;

    private readonly int _reach;
    private readonly int _hidden;
    private readonly float _rate;
    private readonly Rng _rng;
    private readonly HistoryLayer _history;
    private readonly CharacterLayer _characters;
    private readonly Lanes[] _units;
    private readonly Lanes[] _unitErrors;
    private readonly Lanes[] _errors = new Lanes[BatchSize * Examination.Vectors];
    private readonly byte[] _batch;
    private readonly TextTrainer _trainer;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="reach">Characters that it looks back, in [1, 12].</param>
    /// <param name="hidden">Hidden units, in [1, 256].</param>
    /// <param name="learningRate">How far the first step goes along the gradient, in (0, 1].</param>
    /// <param name="rng">The stream that its own is split from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public CharacterNetwork(TextShard shard, int reach, int hidden, double learningRate, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(shard);
        ArgumentNullException.ThrowIfNull(rng);
        Check(reach is >= 1 and <= MostReach, nameof(reach), reach, "The reach lies in [1, 12].");
        Check(
            hidden is >= 1 and <= MostHidden,
            nameof(hidden),
            hidden,
            "The number of hidden units lies in [1, 256]."
        );
        Check(
            learningRate > 0 && learningRate <= 1,
            nameof(learningRate),
            learningRate,
            "A learning rate lies in (0, 1]."
        );
        (_reach, _hidden, _rate, _rng) = (reach, hidden, (float)learningRate, rng.Split());
        _history = new(reach, hidden, _rng);
        _characters = new(hidden, _rng);
        _units = new Lanes[BatchSize * _history.Vectors];
        _unitErrors = new Lanes[_units.Length];
        _batch = new byte[BatchSize * (reach + 1)];
        _trainer = new(this, shard);
    }

    private CharacterNetwork(CharacterNetwork other, TextShard? shard, Rng? rng)
    {
        (_reach, _hidden, _rate) = (other._reach, other._hidden, other._rate);
        _rng = rng?.Split() ?? other._rng.Copy();
        _history = new(other._history);
        _characters = new(other._characters);
        _units = new Lanes[other._units.Length];
        _unitErrors = new Lanes[other._unitErrors.Length];
        _batch = new byte[other._batch.Length];
        _trainer = new(this, other._trainer, shard);
    }

    /// <inheritdoc/>
    public string Name => "char-net";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <summary>Operations of one answer.</summary>
    public long AnswerOperations => _trainer.AnswerOperations;

    // To learn is to predict, to pass errors back and to move each weight that was read.
    long IPredictor.StepOperations =>
        BatchSize
        * (
            ((IPredictor)this).PredictionOperations
            + (_hidden * (2L * _reach + 2 + 4 * Alphabet.Size + 2) + 3 * Alphabet.Size)
        );

    long IPredictor.PredictionOperations =>
        _hidden * (_reach + 1L + 2 * Alphabet.Size) + Alphabet.Size * (LaneExponential.Operations + 5L);

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        data is null or TextShard ? new CharacterNetwork(this, (TextShard?)data, rng) : null;

    /// <inheritdoc/>
    public long Bytes => _history.Bytes + _characters.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    long IPredictor.Steps(TextShard shard) => long.MaxValue;

    void IPredictor.Learn(TextShard shard, long step)
    {
        // The errors of the whole batch are known before the first weight moves.
        for (int i = 0; i < BatchSize; i++)
        {
            Span<byte> sample = Sample(i);
            shard.Read(_rng.NextInt(shard.Count), _rng.NextInt(NovelSet.PassageLength - _reach), sample);
            Read(sample[..^1], Of(_units, i), Errors(i));
            MemoryMarshal.Cast<Lanes, float>(Errors(i))[sample[^1]] -= 1;
            _characters.PassBack(Errors(i), MemoryMarshal.Cast<Lanes, float>(Of(_unitErrors, i)));
            KeepWhereActive(Of(_units, i), Of(_unitErrors, i));
        }
        float rate = _rate / (BatchSize * (1 + step / HalvingSteps));
        for (int i = 0; i < BatchSize; i++)
        {
            _characters.Descend(MemoryMarshal.Cast<Lanes, float>(Of(_units, i)), Errors(i), rate);
            _history.Descend(Sample(i)[..^1], Of(_unitErrors, i), rate);
        }
    }

    void INextCharacter.Predict(ReadOnlySpan<byte> history, Span<Lanes> probabilities) =>
        Read(history, Of(_units, 0), probabilities);

    private void Read(ReadOnlySpan<byte> history, Span<Lanes> units, Span<Lanes> probabilities)
    {
        _history.Read(history, units);
        KeepWhereActive(units, units);
        _characters.Read(MemoryMarshal.Cast<Lanes, float>(units), probabilities);
    }

    /// <summary>Sets values to zero where a unit is not above zero.</summary>
    private static void KeepWhereActive(ReadOnlySpan<Lanes> units, Span<Lanes> values)
    {
        for (int vector = 0; vector < values.Length; vector++)
        {
            Lanes active = Vector256.GreaterThan(units[vector], Lanes.Zero);
            values[vector] = Vector256.ConditionalSelect(active, values[vector], Lanes.Zero);
        }
    }

    private static void Check<T>(bool inRange, string name, T value, string message)
    {
        if (!inRange)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }

    private Span<byte> Sample(int i) => _batch.AsSpan(i * (_reach + 1), _reach + 1);

    private Span<Lanes> Of(Lanes[] lanes, int i) => lanes.AsSpan(i * _history.Vectors, _history.Vectors);

    private Span<Lanes> Errors(int i) => _errors.AsSpan(i * Examination.Vectors, Examination.Vectors);
}
