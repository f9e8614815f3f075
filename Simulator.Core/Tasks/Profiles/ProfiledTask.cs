using System.Collections.Frozen;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Profiles;

/// <summary>A task whose models are learning curves: their answers are scores, and those of everybody else are real.</summary>
public sealed class ProfiledTask : ITask
{
    private readonly FrozenDictionary<IQuestion, int> _indices;

    /// <summary>A task whose models are learning curves.</summary>
    /// <param name="real">The task that the curves were fitted on.</param>
    /// <exception cref="ArgumentNullException">There is no task.</exception>
    public ProfiledTask(ITask real)
    {
        ArgumentNullException.ThrowIfNull(real);
        Real = real;
        _indices = real
            .HeldOut.Index()
            .ToFrozenDictionary(
                held => held.Item,
                held => held.Index,
                (IEqualityComparer<IQuestion>)ReferenceEqualityComparer.Instance
            );
    }

    /// <summary>The task that the curves were fitted on.</summary>
    public ITask Real { get; }

    /// <inheritdoc/>
    public string Name => Real.Name;

    /// <inheritdoc/>
    public IReadOnlyList<IQuestion> HeldOut => Real.HeldOut;

    /// <inheritdoc/>
    public double Baseline => Real.Baseline;

    /// <inheritdoc/>
    public bool IsMeanOverQuestions => Real.IsMeanOverQuestions;

    /// <summary>The score that a learning curve answered; to another answer what the real task gives.</summary>
    public double Score(IQuestion question, IAnswer answer) =>
        answer is ProfiledAnswer profiled ? profiled.Score : Real.Score(question, answer);

    /// <summary>The mean of the scores that a learning curve answered; the real task judges the other answers together.</summary>
    public double Score(ReadOnlySpan<Answered> answers)
    {
        List<Answered> others = [];
        double sum = 0;
        foreach (Answered answered in answers)
        {
            if (answered.Answer is ProfiledAnswer profiled)
            {
                sum += profiled.Score;
            }
            else
            {
                others.Add(answered);
            }
        }
        if (others.Count > 0)
        {
            sum += others.Count * Real.Score([.. others]);
        }
        return sum / answers.Length;
    }

    /// <inheritdoc/>
    public IAnswer Truth(IQuestion question) => Real.Truth(question);

    /// <inheritdoc/>
    public IAnswer Guess(Rng rng) => Real.Guess(rng);

    /// <summary>Number of a question among the held-out ones; nothing for one of another task.</summary>
    internal int? IndexOf(IQuestion question) => _indices.TryGetValue(question, out int index) ? index : null;
}
