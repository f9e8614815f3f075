using Simulator.Core.Randomness;

namespace Simulator.Models.Onnx;

/// <summary>What a network holds probable, of which one thing comes true.</summary>
internal static class Distribution
{
    // Of probabilities in single precision, however they were rounded.
    private const float SumTolerance = 0.001f;

    /// <summary>The probabilities themselves, where they are such.</summary>
    /// <exception cref="AnswerFailedException">They are not: a network that held everything certain would never be wrong.</exception>
    public static float[] Checked(float[] said) =>
        Array.TrueForAll(said, p => p is >= 0 and <= 1) && Math.Abs(said.Sum() - 1) <= SumTolerance
            ? said
            : throw new AnswerFailedException(
                "what it gives are no probabilities: they lie in [0, 1], and their sum is 1"
            );

    /// <summary>Replaces logits by the probabilities of their softmax.</summary>
    public static void OfLogits(float[] logits)
    {
        // The largest becomes 0, so that nothing overflows.
        float largest = logits.Max();
        float total = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] = Elementary.Exp(logits[i] - largest);
            total += logits[i];
        }
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] /= total;
        }
    }
}
