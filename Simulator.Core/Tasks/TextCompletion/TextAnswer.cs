using System.Collections.Immutable;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>A text completed, and how probable each character of the true continuation was held before it was shown.</summary>
/// <param name="Text">The completion: from the prompt on, always the most probable next character.</param>
/// <param name="Probabilities">The probability stated for each true character, given the prompt and the true characters
/// before it; each in [0, 1].</param>
public sealed record TextAnswer(string Text, ImmutableArray<float> Probabilities) : IAnswer
{
    /// <summary>The completion, on one line.</summary>
    public override string ToString() => Text.Replace('\n', '¶');
}
