namespace Simulator.Scenarios.Sections;

/// <summary>What the numbers mean that an ONNX model gives.</summary>
internal enum TensorSays
{
    /// <summary>One number per class, the largest of which is the answer: [batch, classes].</summary>
    Scores,

    /// <summary>One number per character, whose softmax is its probability: [batch, alphabet].</summary>
    Logits,

    /// <summary>The probability of each character, or of each of two classes: [batch, alphabet] or [batch, 2].</summary>
    Probabilities,

    /// <summary>The number asked for, in the unit of the table: [batch, 1].</summary>
    Number,

    /// <summary>The probability of class 1: [batch, 1].</summary>
    Probability,

    /// <summary>The logarithm of the odds of class 1: [batch, 1].</summary>
    LogOdds,
}
