using System.Runtime.InteropServices;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Scenarios.Sections;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Models.Onnx;

/// <summary>Reads a text with a network, which says how probable each next character is.</summary>
/// <param name="port">The network.</param>
/// <param name="wanted">How characters become numbers and numbers probabilities.</param>
internal sealed class NetworkReader(Port port, OnnxSection wanted) : INextCharacter
{
    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<byte> history, Span<Lanes> probabilities)
    {
        float[] said = port.Run(ToNumbers(history[^wanted.Window..]));
        if (wanted.Says == TensorSays.Logits)
        {
            Distribution.OfLogits(said);
        }
        else
        {
            Distribution.Checked(said);
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
}
