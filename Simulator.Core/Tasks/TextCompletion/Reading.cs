namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>Puts a question of text to something that states probabilities of the next character, one character at a
/// time: it never sees a character before it has stated how probable each was.</summary>
public static class Reading
{
    /// <summary>Predictions that an answer takes: one for each true character and one for each of the completion; the
    /// first is both.</summary>
    public const int Predictions = Examination.Predictions;

    /// <summary>The answer to a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="predict">States the probability of each of <see cref="Alphabet.Characters"/> after some others; what it
    /// throws ends the reading.</param>
    /// <exception cref="ArgumentException">A prediction has not one number for each character.</exception>
    public static TextAnswer Answer(TextQuestion question, Func<string, IReadOnlyList<float>> predict)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(predict);
        string prompt = question.Prompt;
        string truth = Alphabet.TextOf(question.Text[TextQuestion.PromptLength..]);
        string completed = "";
        float[] stated = new float[TextQuestion.CompletionLength];
        for (int i = 0; i < stated.Length; i++)
        {
            IReadOnlyList<float> probabilities = Checked(predict(prompt + truth[..i]));
            stated[i] = probabilities[Alphabet.Characters.IndexOf(truth[i], StringComparison.Ordinal)];
            completed += MostProbable(i == 0 ? probabilities : Checked(predict(prompt + completed)));
        }
        return new(completed, [.. stated]);
    }

    private static IReadOnlyList<float> Checked(IReadOnlyList<float> probabilities) =>
        probabilities.Count == Alphabet.Size
            ? probabilities
            : throw new ArgumentException(
                $"A prediction has {Alphabet.Size} probabilities, not {probabilities.Count}.",
                nameof(probabilities)
            );

    private static char MostProbable(IReadOnlyList<float> probabilities)
    {
        int best = 0;
        for (int code = 1; code < probabilities.Count; code++)
        {
            if (probabilities[code] > probabilities[best])
            {
                best = code;
            }
        }
        return Alphabet.Characters[best];
    }
}
