namespace Simulator.Scenarios;

/// <summary>Which of a metric's values an expectation is about.</summary>
public enum Moment : byte
{
    /// <summary>The value at the last epoch.</summary>
    Last,

    /// <summary>The mean over all epochs that have a value.</summary>
    Mean,
}
