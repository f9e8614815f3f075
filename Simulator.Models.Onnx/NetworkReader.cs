using System.Runtime.InteropServices;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Scenarios.Sections;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Models.Onnx;

/// <summary>Reads a text with a network, which says how probable each next character is.</summary>
/// <param name="port">The network.</param>
/// <param name="wanted">How characters become numbers and numbers probabilities.</param>
internal sealed class NetworkReader(Port port, OnnxSection wanted) : INextCharacter
{
    // Of probabilities in single precision, however they were rounded.
    private const float SumTolerance = 0.001f;

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<byte> history, Span<Lanes> probabilities)
    {
        float[] said = port.Run(ToNumbers(history[^wanted.Window..]));
        if (wanted.Says == TensorSays.Logits)
        {
            ToProbabilities(said);
        }
        // A network that holds everything certain would never be wrong.
        else if (said.Any(p => p is < 0 or > 1) || Math.Abs(said.Sum() - 1) > SumTolerance)
        {
            throw new AnswerFailedException(
                "what it gives are no probabilities: they lie in [0, 1], and their sum is 1"
            );
        }
        probabilities.Clear();
        said.CopyTo(MemoryMarshal.Cast<Lanes, float>(probabilities));
    }

    private float[] ToNumbers(ReadOnlySpan<byte> codes)
    {
        bool isOneHot = wanted.Reads == TensorReads.OneHot;
        float[] numbers = new float[codes.Length * (isOneHot ? Alphabet.Size : 1)];
        for (int i = 0; i < codes.Length; i++)
        {
            if (isOneHot)
            {
                numbers[i * Alphabet.Size + codes[i]] = 1;
            }
            else
            {
                numbers[i] = codes[i];
            }
        }
        return numbers;
    }

    private static void ToProbabilities(float[] logits)
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
