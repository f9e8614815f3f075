namespace Simulator.Scenarios.Results;

/// <summary>One headline number of a run.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Of">The group it is about; empty for the whole subnet.</param>
/// <param name="Last">Its value at the last epoch; NaN where there is none.</param>
/// <param name="Mean">Its mean over all epochs that have a value; NaN where none has.</param>
/// <param name="Unit">Unit in words.</param>
public sealed record MetricValue(string Metric, string Of, double Last, double Mean, string Unit);
