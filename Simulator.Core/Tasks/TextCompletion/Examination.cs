using System.Runtime.InteropServices;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>Puts a question to a predictor and writes down what it says.</summary>
internal static class Examination
{
    /// <summary>Vectors that hold a number for each character of the alphabet.</summary>
    public const int Vectors = 5;

    /// <summary>Predictions that an answer takes: one for each true character and one for each of the completion; the
    /// first is both.</summary>
    public const int Predictions = 2 * TextQuestion.CompletionLength - 1;

    /// <summary>The answer to a question.</summary>
    public static TextAnswer Answer(INextCharacter predictor, TextQuestion question)
    {
        ReadOnlySpan<byte> text = question.Text;
        Span<byte> completed = stackalloc byte[text.Length];
        text[..TextQuestion.PromptLength].CopyTo(completed);
        float[] stated = new float[TextQuestion.CompletionLength];
        Span<Lanes> lanes = stackalloc Lanes[Vectors];
        Span<float> probabilities = MemoryMarshal.Cast<Lanes, float>(lanes);
        for (int i = 0; i < stated.Length; i++)
        {
            int place = TextQuestion.PromptLength + i;
            predictor.Predict(text[..place], lanes);
            stated[i] = probabilities[text[place]];
            if (i > 0)
            {
                predictor.Predict(completed[..place], lanes);
            }
            completed[place] = MostProbable(probabilities);
        }
        return new(
            Alphabet.TextOf(completed[TextQuestion.PromptLength..]),
            ImmutableCollectionsMarshal.AsImmutableArray(stated)
        );
    }

    private static byte MostProbable(ReadOnlySpan<float> probabilities)
    {
        int best = 0;
        for (int code = 1; code < Alphabet.Size; code++)
        {
            if (probabilities[code] > probabilities[best])
            {
                best = code;
            }
        }
        return (byte)best;
    }
}
