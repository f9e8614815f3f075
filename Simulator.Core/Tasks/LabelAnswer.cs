using System.Collections.Immutable;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks;

/// <summary>The class an image is said to belong to.</summary>
public sealed class LabelAnswer : IAnswer
{
    private static readonly ImmutableArray<LabelAnswer> All =
    [
        .. Enumerable.Range(0, ImageSet.ClassCount).Select(label => new LabelAnswer(label)),
    ];

    private LabelAnswer(int label) => Label = label;

    /// <summary>The class, from 0 to 9.</summary>
    public int Label { get; }

    /// <summary>The answer that names a class; the same object each time.</summary>
    /// <param name="label">The class, from 0 to 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static LabelAnswer Of(int label) =>
        label is >= 0 and < ImageSet.ClassCount
            ? All[label]
            : throw new ArgumentOutOfRangeException(nameof(label), label, "A class lies in [0, 9].");

    /// <summary>The class as a digit.</summary>
    public override string ToString() => $"{Label}";
}
