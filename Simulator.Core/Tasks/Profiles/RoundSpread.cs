using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Profiles;

/// <summary>How much the scores of a model scatter from question to question, as rounds of questions show it.</summary>
public static class RoundSpread
{
    // A few deals differ by chance; their mean does not hang on any one of them.
    private const int Deals = 32;

    /// <summary>Standard deviation of one question's score.</summary>
    /// <remarks>
    /// The held-out questions are dealt into rounds, again and again; the deviation between the scores of these, times the root of
    /// their size, is what single scores scatter with. So it is defined too where the score of a round is no mean over questions.
    /// Where it is one, rounds of one question tell the same and need no second deal.
    /// </remarks>
    /// <param name="task">What the model is for.</param>
    /// <param name="model">The model.</param>
    /// <param name="measured">How many held-out questions to ask at most, at least 1.</param>
    /// <param name="questions">Questions of a round, at least 1; fewer where there would not be two rounds.</param>
    /// <returns>Not negative; 0 where fewer than two questions are held out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static double Of(ITask task, IModel model, int measured, int questions)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(measured);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(questions);
        Answered[] answers = ModelQuality.Answers(task, model, measured);
        if (answers.Length < 2)
        {
            return 0;
        }
        int size = task.IsMeanOverQuestions ? 1 : Math.Min(questions, answers.Length / 2),
            deals = size == 1 ? 1 : Deals;
        Rng cards = new(StableHash.Of(0, "profile.rounds"));
        double variance = 0;
        for (int deal = 0; deal < deals; deal++)
        {
            cards.Shuffle<Answered>(answers);
            variance += Variance(task, answers, size);
        }
        return Math.Sqrt(variance / deals * size);
    }

    /// <summary>Variance of the scores of rounds; what fills no round is left out.</summary>
    private static double Variance(ITask task, Answered[] answers, int size)
    {
        double[] scores = new double[answers.Length / size];
        for (int round = 0; round < scores.Length; round++)
        {
            scores[round] = task.Score(answers.AsSpan(round * size, size));
        }
        double mean = scores.Sum() / scores.Length,
            squares = 0;
        foreach (double score in scores)
        {
            squares += (score - mean) * (score - mean);
        }
        return squares / (scores.Length - 1);
    }
}
