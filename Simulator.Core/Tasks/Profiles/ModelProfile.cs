namespace Simulator.Core.Tasks.Profiles;

/// <summary>What one real model was like: how it learned, how its scores scattered, and what it cost.</summary>
public sealed record ModelProfile
{
    /// <summary>Its quality against the operations of its training.</summary>
    public required LearningCurve Curve { get; init; }

    /// <summary>Standard deviation of the score of one question, as rounds of questions show it; not negative.</summary>
    public double Spread { get; init; }

    /// <summary>Operations after which it had learned all that it can, and took no more; null where it goes on.</summary>
    public long? Limit { get; init; }

    /// <summary>Bytes of what it had learned.</summary>
    public long Bytes { get; init; }

    /// <summary>Floating-point operations of one of its answers.</summary>
    public long AnswerOperations { get; init; }
}
