using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>What states probabilities of the next character: what an examination asks.</summary>
internal interface INextCharacter
{
    /// <summary>States the probability of each character after some others.</summary>
    /// <param name="history">The characters before, as many as there are.</param>
    /// <param name="probabilities">Takes them, padded with zeros: <see cref="Examination.Vectors"/> vectors.</param>
    void Predict(ReadOnlySpan<byte> history, Span<Lanes> probabilities);
}
