namespace Simulator.Core.Metrics;

/// <summary>A headline number that every epoch has, of the whole subnet or of some of its neurons.</summary>
/// <param name="Name">Name in snake_case, as scenarios write it.</param>
/// <param name="Unit">Unit in words.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
/// <param name="Role">Whose number it is: <c>miner</c>, <c>validator</c>, or null for the subnet as a whole.</param>
/// <param name="Value">The number of one epoch; NaN where there is none.</param>
public sealed record Metric(
    string Name,
    string Unit,
    string Meaning,
    string? Role,
    Func<EpochSlice, double> Value
);
