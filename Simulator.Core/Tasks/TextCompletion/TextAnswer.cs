using System.Collections.Immutable;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>A text completed, and how probable each character of the true continuation was held before it was shown.</summary>
public sealed class TextAnswer : IAnswer, IEquatable<TextAnswer>
{
    private static readonly double NatsOfBit = Elementary.Log(2);

    /// <summary>Writes an answer down; numbers that are no probabilities are kept as they are, and score nothing.</summary>
    /// <param name="text">The completion: from the prompt on, always the most probable next character.</param>
    /// <param name="probabilities">The probability stated for each true character, given the prompt and the true
    /// characters before it; each in [0, 1].</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public TextAnswer(string text, ImmutableArray<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Probabilities = probabilities.IsDefault ? [] : probabilities;
        BitsPerCharacter = Bits(Probabilities);
    }

    /// <summary>The completion: from the prompt on, always the most probable next character.</summary>
    public string Text { get; }

    /// <summary>The probability stated for each true character, given the prompt and the true characters before it.</summary>
    public ImmutableArray<float> Probabilities { get; }

    /// <summary>What the true continuation costs under these probabilities: infinite where it was held impossible, NaN
    /// where numbers are missing or no probabilities.</summary>
    public double BitsPerCharacter { get; }

    /// <summary>Whether both are the same text, held equally probable.</summary>
    public bool Equals(TextAnswer? other) =>
        other is not null
        && Text == other.Text
        && Probabilities.AsSpan().SequenceEqual(other.Probabilities.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextAnswer);

    /// <inheritdoc/>
    public override int GetHashCode() => StableHash.Of(0, Text).GetHashCode();

    /// <summary>The completion, on one line.</summary>
    public override string ToString() => Text.Replace('\n', '¶');

    private static double Bits(ImmutableArray<float> probabilities)
    {
        if (probabilities.Length != TextQuestion.CompletionLength)
        {
            return double.NaN;
        }
        double nats = 0;
        foreach (float probability in probabilities)
        {
            if (!(probability >= 0 && probability <= 1))
            {
                return double.NaN;
            }
            nats -= Elementary.Log((double)probability);
        }
        return nats / (NatsOfBit * probabilities.Length);
    }
}
