namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>What is asked about the rows of a table.</summary>
public enum TableKind
{
    /// <summary>A number of the day that follows; the baseline says that nothing changes.</summary>
    Forecast,

    /// <summary>A number; the baseline is the mean of the rows to train on.</summary>
    Regression,

    /// <summary>The probability of the second of two classes; the baseline is its share in the rows to train on.</summary>
    Classification,
}
