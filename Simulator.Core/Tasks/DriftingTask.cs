using System.Collections.Frozen;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks;

/// <summary>A task whose world moves: questions are of one task at first, and more and more of another one.</summary>
/// <remarks>
/// A score s of the later task is brought to the scale of the first, whose baseline is b, from its own, whose baseline is c:
/// up to c it counts as b s / c, from there on as b + (1 − b) (s − c) / (1 − c). So 0 stays 0, c becomes b, and 1 stays 1.
/// Where a round's score is the mean over its questions this is done question by question, so that few questions score in
/// the mean what many do. Answers that score c in the mean, some more and some less, are then worth b to within 0.02 between
/// any two of the texts and languages that ship. Tables have a baseline of 0, so their scores stay as they are.
/// </remarks>
public sealed class DriftingTask : ITask
{
    private readonly FrozenSet<IQuestion> _later;

    /// <summary>A world that moves.</summary>
    /// <param name="before">What is asked at first.</param>
    /// <param name="after">What is asked in the end.</param>
    /// <exception cref="ArgumentException">The two are the same, or the later one has no questions.</exception>
    public DriftingTask(ITask before, ITask after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before == after || after.HeldOut.Count == 0)
        {
            throw new ArgumentException("A world moves to another task, which has questions.", nameof(after));
        }
        (Before, After) = (before, after);
        _later = after.HeldOut.ToFrozenSet<IQuestion>(ReferenceEqualityComparer.Instance);
    }

    /// <summary>What is asked at first.</summary>
    public ITask Before { get; }

    /// <summary>What is asked in the end.</summary>
    public ITask After { get; }

    /// <inheritdoc/>
    public string Name => $"{Before.Name} to {After.Name}";

    /// <inheritdoc/>
    public IReadOnlyList<IQuestion> HeldOut => Before.HeldOut;

    /// <inheritdoc/>
    public IReadOnlyList<IQuestion> HeldOutLater => After.HeldOut;

    /// <summary>The baseline of what is asked at first: scores of the other task are brought to it.</summary>
    public double Baseline => Before.Baseline;

    /// <summary>Whether the score of a round is the mean of the scores of its questions, as it is where it is in both tasks.</summary>
    public bool IsMeanOverQuestions => Before.IsMeanOverQuestions && After.IsMeanOverQuestions;

    /// <inheritdoc/>
    public double Score(IQuestion question, IAnswer answer) =>
        _later.Contains(question) ? Brought(After.Score(question, answer)) : Before.Score(question, answer);

    /// <inheritdoc/>
    public double Score(ReadOnlySpan<Answered> answers)
    {
        List<Answered> before = [],
            after = [];
        foreach (Answered answered in answers)
        {
            (_later.Contains(answered.Question) ? after : before).Add(answered);
        }
        double sum = 0;
        if (before.Count > 0)
        {
            sum += before.Count * Before.Score([.. before]);
        }
        if (after.Count > 0)
        {
            sum += After.IsMeanOverQuestions
                ? after.Sum(answered => Brought(After.Score(answered.Question, answered.Answer)))
                : after.Count * Brought(After.Score([.. after]));
        }
        return sum / answers.Length;
    }

    /// <inheritdoc/>
    public IAnswer Guess(Rng rng) => Before.Guess(rng);

    /// <inheritdoc/>
    public IAnswer Truth(IQuestion question) => (_later.Contains(question) ? After : Before).Truth(question);

    private double Brought(double score)
    {
        if (score > After.Baseline)
        {
            return Baseline + (1 - Baseline) * ((score - After.Baseline) / (1 - After.Baseline));
        }
        return After.Baseline > 0 ? Baseline * (score / After.Baseline) : 0;
    }
}
