using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Profiles;

/// <summary>A learning curve in the place of a model: it spends what a real one would, and learns as much, but nothing is trained.</summary>
/// <param name="profile">What it follows.</param>
/// <param name="task">The task that scores its answers.</param>
/// <param name="key">Decides what its scores leave to chance: each miner has its own.</param>
/// <exception cref="ArgumentNullException">There is no profile or no task.</exception>
public sealed class ProfiledModel(ModelProfile profile, ProfiledTask task, ulong key) : IModel
{
    private readonly ModelProfile _profile = profile ?? throw new ArgumentNullException(nameof(profile));
    private readonly ProfiledTask _task = task ?? throw new ArgumentNullException(nameof(task));
    private long _operations;

    /// <inheritdoc/>
    public string Name => "learning-curve";

    /// <summary>Calls of <see cref="Train"/> that spent something.</summary>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public long AnswerOperations => _profile.AnswerOperations;

    /// <inheritdoc/>
    public long Bytes => _profile.Bytes;

    /// <summary>How good it is now: what its curve says, in [0, 1].</summary>
    public double Quality { get; private set; } = profile.Curve.At(0);

    /// <summary>Goes on along the curve: spends the whole budget, until it has learned all that there is.</summary>
    /// <param name="budget">Floating-point operations that may be spent, not negative.</param>
    /// <returns>Operations spent.</returns>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        long spent = Math.Min(budget, (_profile.Limit ?? long.MaxValue) - _operations);
        if (spent > 0)
        {
            _operations += spent;
            Version++;
            Quality = _profile.Curve.At(_operations);
        }
        return spent;
    }

    /// <summary>A copy that goes on along the same curve; null with data of one's own, of which a curve knows nothing.</summary>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        data is null
            ? new ProfiledModel(_profile, _task, key)
            {
                _operations = _operations,
                Version = Version,
                Quality = Quality,
            }
            : null;

    /// <summary>A score that scatters around the quality: the same for the same question until it has trained again.</summary>
    public IAnswer Answer(IQuestion question)
    {
        if (_task.IndexOf(question) is not { } index)
        {
            return NoAnswer.Instance;
        }
        ulong name = StableHash.Of(key, "profile.answer", (ulong)Version, (ulong)index);
        return new ProfiledAnswer(name, ScoreDraw.Of(new Rng(name).NextDouble(), Quality, _profile.Spread));
    }
}
