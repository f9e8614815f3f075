namespace Simulator.Scenarios.Reports.Data;

/// <summary>Miners or validators that the scenario made alike.</summary>
/// <param name="Index">Its place among the groups of the page, from 0; what its colour follows.</param>
/// <param name="Label">Its name as the page shows it.</param>
/// <param name="IsValidator">Whether it holds validators.</param>
internal sealed record Group(int Index, string Label, bool IsValidator);
