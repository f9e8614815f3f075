using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks;

/// <summary>A model that its copies share, with what it knows and what it has answered, until one of them learns.</summary>
/// <remarks>A copy takes neither time nor memory before it learns: then it gets a core of its own, and the others keep
/// theirs. Not safe for two threads at once, nor are two that share a core, except to train.</remarks>
/// <param name="core">What answers and learns; it must be able to be copied, and nobody else may train it.</param>
public sealed class SharedModel(IModel core) : IModel
{
    private IModel _core = core ?? throw new ArgumentNullException(nameof(core));
    private Rng? _rng;
    private bool _isShared;

    /// <inheritdoc/>
    public string Name => _core.Name;

    /// <inheritdoc/>
    public int Version => _core.Version;

    /// <inheritdoc/>
    public long AnswerOperations => _core.AnswerOperations;

    /// <inheritdoc/>
    public long Bytes => _core.Bytes;

    /// <inheritdoc/>
    public long BytesWhenMoved => _core.BytesWhenMoved;

    /// <inheritdoc/>
    public object Core => _core;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _core.Knows(question);

    /// <inheritdoc/>
    public void Move(double share) => _core.Move(share);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _core.Answer(question);

    /// <inheritdoc/>
    public long Train(long budget)
    {
        if (_isShared && budget > 0)
        {
            // Others that train at the same time read the core too, and nobody writes to it any more.
            _core =
                _core.Fork(null, _rng)
                ?? throw new InvalidOperationException($"A model of kind {_core.Name} cannot be copied.");
            _isShared = false;
        }
        return _core.Train(budget);
    }

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null)
    {
        if (data is not null)
        {
            // Whoever brings data is about to learn.
            return _core.Fork(data, rng) is { } own ? new SharedModel(own) : null;
        }
        _isShared = true;
        return new SharedModel(_core) { _isShared = true, _rng = rng };
    }
}
