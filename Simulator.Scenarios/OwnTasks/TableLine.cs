namespace Simulator.Scenarios.OwnTasks;

/// <summary>A row of a table.</summary>
/// <param name="Features">The numbers beside its label, categories written out as 0 and 1.</param>
/// <param name="FeatureText">The same as they are written: equal for equal rows alone.</param>
/// <param name="Label">Its label.</param>
internal sealed record TableLine(double[] Features, string FeatureText, CsvField Label);
