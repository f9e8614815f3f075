namespace Simulator.Scenarios.OwnTasks;

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Features">The numbers beside its label.</param>
/// <param name="FeatureText">The same as they are written.</param>
/// <param name="Label">Its label.</param>
/// <param name="LabelColumn">Where the label starts, from 1.</param>
internal sealed record TableLine(
    int Line,
    double[] Features,
    string FeatureText,
    string Label,
    int LabelColumn
);
