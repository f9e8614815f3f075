namespace Simulator.Core.Tasks;

/// <summary>How good a model is at this moment.</summary>
public static class ModelQuality
{
    /// <summary>Score of a model's answers to held-out questions, taken together.</summary>
    /// <param name="task">What the model is for.</param>
    /// <param name="model">The model.</param>
    /// <param name="questions">How many to ask, at least 1: evenly spaced over the held-out questions, or all of them
    /// where there are no more.</param>
    /// <returns>In [0, 1]; NaN where nothing is held out.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="questions"/> is not positive.</exception>
    public static double Measure(ITask task, IModel model, int questions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(questions);
        int asked = Math.Min(questions, task.HeldOut.Count);
        Answered[] answers = new Answered[asked];
        for (int i = 0; i < asked; i++)
        {
            IQuestion question = task.HeldOut[(int)((long)i * task.HeldOut.Count / asked)];
            answers[i] = new(question, model.Answer(question));
        }
        return task.Score(answers);
    }
}
