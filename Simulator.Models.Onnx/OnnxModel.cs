using Simulator.Core.Tasks;

namespace Simulator.Models.Onnx;

/// <summary>A miner's own model out of files: frozen, or a row of checkpoints of which training buys the next.</summary>
/// <remarks>A checkpoint is bought as soon as the budgets so far add up to its price; nothing is spent after the last one.</remarks>
internal sealed class OnnxModel : IModel
{
    private readonly IReadOnlyList<Checkpoint> _checkpoints;
    private readonly IReadOnlyList<long> _prices;
    private readonly long? _operations;
    private long _saved;
    private int _owned;

    /// <summary>A model whose miner has not trained yet; checkpoints that cost nothing are its own already.</summary>
    /// <param name="checkpoints">The checkpoints.</param>
    /// <param name="prices">Operations that each costs in all, ascending; as many as checkpoints.</param>
    /// <param name="operations">Operations of one answer; those of the checkpoint where it is null.</param>
    public OnnxModel(IReadOnlyList<Checkpoint> checkpoints, IReadOnlyList<long> prices, long? operations)
    {
        (_checkpoints, _prices, _operations) = (checkpoints, prices, operations);
        _owned = prices[0] == 0 ? 1 : 0;
    }

    /// <inheritdoc/>
    public string Name => "onnx";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public long AnswerOperations => Current is { } current ? _operations ?? current.Operations : 0;

    /// <summary>Bytes of the checkpoint's file.</summary>
    public long Bytes => Current?.Bytes ?? 0;

    private Checkpoint? Current => _owned == 0 ? null : _checkpoints[_owned - 1];

    private long Paid => _owned == 0 ? 0 : _prices[_owned - 1];

    /// <inheritdoc/>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        (int owned, long paid) = (_owned, Paid);
        if (_owned < _prices.Count)
        {
            _saved += budget;
        }
        while (_owned < _prices.Count && _prices[_owned] <= _saved)
        {
            _owned++;
        }
        Version += _owned > owned ? 1 : 0;
        return Paid - paid;
    }

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _checkpoints[0].Knows(question);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => Current?.Answer(question) ?? NoAnswer.Instance;
}
