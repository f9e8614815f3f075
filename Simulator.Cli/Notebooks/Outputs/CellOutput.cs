namespace Simulator.Cli.Notebooks.Outputs;

/// <summary>One thing that a cell showed.</summary>
/// <param name="Kind">How to read it.</param>
/// <param name="Content">What it is.</param>
internal sealed record CellOutput(OutputKind Kind, string Content);
