namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>How far one rule agrees with its golden tables.</summary>
/// <param name="rule">Id of the rule.</param>
public sealed class YumaTally(string rule)
{
    /// <summary>Id of the rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>Number of rows that were compared.</summary>
    public long Rows { get; internal set; }

    /// <summary>Number of rows that may differ in single precision and were left out.</summary>
    public long RowsSetAside { get; internal set; }

    /// <summary>Number of values that were compared.</summary>
    public long Values { get; private set; }

    /// <summary>Number of values that differ by more than is allowed.</summary>
    public long Disagreements { get; private set; }

    /// <summary>The greatest difference: relative, below 1 absolute.</summary>
    public double GreatestDifference { get; private set; }

    /// <summary>Counts a value.</summary>
    internal void Add(double difference, bool agrees)
    {
        Values++;
        Disagreements += agrees ? 0 : 1;
        GreatestDifference = Math.Max(GreatestDifference, difference);
    }
}
