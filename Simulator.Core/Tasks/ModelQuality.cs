using Simulator.Core.Tasks.Profiles;

namespace Simulator.Core.Tasks;

/// <summary>How good a model is at this moment.</summary>
public static class ModelQuality
{
    /// <summary>Score of a model's answers to held-out questions, taken together.</summary>
    /// <param name="task">What the model is for.</param>
    /// <param name="model">The model.</param>
    /// <param name="questions">How many to ask, at least 1: evenly spaced over the held-out questions, or all of them
    /// where there are no more.</param>
    /// <param name="later">Share of them that are of the world to which the task moves, in [0, 1].</param>
    /// <returns>In [0, 1]; NaN where nothing is held out.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="questions"/> is not positive.</exception>
    public static double Measure(ITask task, IModel model, int questions, double later = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(questions);
        // A learning curve knows how good it is: asking it would only add noise.
        return model is ProfiledModel profiled
            ? profiled.Quality
            : task.Score(Answers(task, model, questions, later));
    }

    /// <summary>A model's answers to the questions on which it is measured.</summary>
    internal static Answered[] Answers(ITask task, IModel model, int questions, double later = 0)
    {
        Mixture asked = Mixture.Of(task, questions, later);
        return
        [
            .. Spaced(task.HeldOut, asked.Before)
                .Concat(Spaced(task.HeldOutLater, asked.Later))
                .Select(question => new Answered(question, model.Answer(question))),
        ];
    }

    private static IEnumerable<IQuestion> Spaced(IReadOnlyList<IQuestion> questions, int most)
    {
        int asked = Math.Min(most, questions.Count);
        for (int i = 0; i < asked; i++)
        {
            yield return questions[(int)((long)i * questions.Count / asked)];
        }
    }
}
