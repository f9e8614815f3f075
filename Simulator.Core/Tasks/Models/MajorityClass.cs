using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Models;

/// <summary>What a tutorial starts with: names the class that most of the images it has read belong to, whatever it is
/// asked.</summary>
/// <remarks>Reading a label costs one operation, and an answer none: the class is known already. Of equally frequent classes
/// the first is named. Not safe for two threads at once.</remarks>
/// <param name="shard">What it learns from.</param>
public sealed class MajorityClass(ImageShard shard) : IModel
{
    private readonly int[] _counts = new int[ImageSet.ClassCount];
    private int _read;

    private MajorityClass(MajorityClass other, ImageShard shard)
        : this(shard)
    {
        other._counts.CopyTo(_counts);
        _read = shard == other.Shard ? other._read : 0;
        Version = other.Version;
    }

    /// <inheritdoc/>
    public string Name => "majority-class";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>No operations: it looks at nothing.</summary>
    public long AnswerOperations => 0;

    /// <summary>Bytes of a count for each class.</summary>
    public long Bytes => (long)_counts.Length * sizeof(int);

    private ImageShard Shard => shard;

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        (data ?? shard) is ImageShard own && own.Images.HasSizeOf(shard.Images)
            ? new MajorityClass(this, own)
            : null;

    /// <summary>Reads labels, one for each operation.</summary>
    /// <param name="budget">Operations that may be spent.</param>
    /// <returns>Operations spent.</returns>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        int labels = (int)Math.Min(budget, Shard.Count - _read);
        for (int i = 0; i < labels; i++)
        {
            _counts[Shard.Label(_read++)]++;
        }
        Version += labels > 0 ? 1 : 0;
        return labels;
    }

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) =>
        question is ImageQuestion asked && asked.Images.HasSizeOf(Shard.Images)
            ? LabelAnswer.Of(Array.IndexOf(_counts, _counts.Max()))
            : NoAnswer.Instance;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => question is ImageQuestion asked && asked.Images == Shard.Images;
}
