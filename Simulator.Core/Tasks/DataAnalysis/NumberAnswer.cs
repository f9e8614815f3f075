using System.Globalization;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The number that is said to belong to a row, or the probability of class 1.</summary>
/// <param name="value">The number.</param>
public sealed class NumberAnswer(double value) : IAnswer, IEquatable<NumberAnswer>
{
    /// <summary>The number; one that is not finite is no answer.</summary>
    public double Value { get; } = value;

    /// <summary>Whether both are the same number.</summary>
    public bool Equals(NumberAnswer? other) => other is not null && Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberAnswer);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The number, with as many digits as tell it from all others.</summary>
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}
