using System.Globalization;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The number that is said to belong to a row, or the probability of class 1.</summary>
/// <param name="value">The number.</param>
public sealed class NumberAnswer(double value) : IAnswer
{
    /// <summary>The number; one that is not finite is no answer.</summary>
    public double Value { get; } = value;

    /// <summary>The number, with as many digits as tell it from all others.</summary>
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}
