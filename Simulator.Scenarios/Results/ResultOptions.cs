namespace Simulator.Scenarios.Results;

/// <summary>What to write beside the Parquet files, and over what.</summary>
public sealed record ResultOptions
{
    /// <summary>Whether to replace another result, or to write beside files that are not ours; those are never touched.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to write every table as CSV too.</summary>
    public bool Csv { get; init; }

    /// <summary>The text of <c>report.html</c>; null for no report.</summary>
    public string? Report { get; init; }
}
