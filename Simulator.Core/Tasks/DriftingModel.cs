using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks;

/// <summary>A model for a world that moves: what was learned of it as it was, and what is learned of it as it becomes.</summary>
/// <remarks>
/// Of every budget the share of the world that has moved goes into learning the new; whoever stops training has nothing but
/// old knowledge, with which questions of the new world are answered too, as well as it can: images of the same size, any
/// text, rows of a table with the same columns. Who learned another language has no answer.
/// </remarks>
/// <param name="before">Learns the world as it was.</param>
/// <param name="after">Learns the world as it becomes; equal in kind.</param>
public sealed class DriftingModel(IModel before, IModel after) : IModel
{
    private readonly IModel _before = before ?? throw new ArgumentNullException(nameof(before));
    private readonly IModel _after = after ?? throw new ArgumentNullException(nameof(after));
    private double _share;

    /// <inheritdoc/>
    public string Name => _before.Name;

    /// <inheritdoc/>
    public int Version => _before.Version + _after.Version;

    /// <inheritdoc/>
    public long AnswerOperations => Math.Max(_before.AnswerOperations, _after.AnswerOperations);

    /// <summary>Bytes of what was learned of the world as it was, and once it moves of what is learned of the new one.</summary>
    public long Bytes => _before.Bytes + (_share > 0 ? _after.Bytes : 0);

    /// <summary>Bytes of both, since questions of the old world are answered too.</summary>
    public long BytesWhenMoved => _before.BytesWhenMoved + _after.BytesWhenMoved;

    /// <inheritdoc/>
    public void Move(double share) => _share = share;

    /// <inheritdoc/>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        long later = (long)(budget * _share);
        return _after.Train(later) + _before.Train(budget - later);
    }

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        data is null or DriftingData
        && _before.Fork((data as DriftingData)?.Before, rng) is { } before
        && _after.Fork((data as DriftingData)?.After, rng) is { } after
            ? new DriftingModel(before, after) { _share = _share }
            : null;

    /// <summary>What the newer knowledge says to questions of the new world, as far as there is any; else the older.</summary>
    public IAnswer Answer(IQuestion question) =>
        _after.Version > 0 && _after.Knows(question) ? _after.Answer(question) : _before.Answer(question);
}
