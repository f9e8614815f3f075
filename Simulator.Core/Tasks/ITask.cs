using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks;

/// <summary>A kind of work: questions with held-out truth, and a score for each answer.</summary>
public interface ITask
{
    /// <summary>Name of the task as scenarios write it.</summary>
    string Name { get; }

    /// <summary>The held-out questions validators draw from, in a fixed order; no model ever trains on them.</summary>
    IReadOnlyList<IQuestion> HeldOut { get; }

    /// <summary>The held-out questions of the world to which this one moves, in a fixed order; none where it stays as it is.</summary>
    IReadOnlyList<IQuestion> HeldOutLater => [];

    /// <summary>Mean score of what a tutorial starts with, such as the most frequent class or a sentence left as it is; what skill
    /// is measured against; in [0, 1).</summary>
    double Baseline { get; }

    /// <summary>How good an answer is: 0 is worthless, 1 is perfect. An answer of another task's kind is worthless.</summary>
    double Score(IQuestion question, IAnswer answer);

    /// <summary>How good the answers of one round are together; the mean of their scores, unless the task's measure is not a
    /// mean over questions.</summary>
    /// <param name="answers">Questions and their answers, at least one.</param>
    double Score(ReadOnlySpan<Answered> answers)
    {
        double sum = 0;
        foreach ((IQuestion question, IAnswer answer) in answers)
        {
            sum += Score(question, answer);
        }
        return sum / answers.Length;
    }

    /// <summary>Whether the score of a round is the mean of the scores of its questions.</summary>
    bool IsMeanOverQuestions => true;

    /// <summary>The perfect answer to a question of this task.</summary>
    /// <exception cref="ArgumentException">The question is of another task.</exception>
    IAnswer Truth(IQuestion question);

    /// <summary>An answer made up without looking at the question.</summary>
    /// <param name="rng">What makes it up.</param>
    IAnswer Guess(Rng rng);
}
