using System.Collections.Immutable;
using Simulator.Cli.Notebooks.Outputs;

namespace Simulator.Cli.Notebooks.Running;

/// <summary>A cell, and what came of it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Outputs">What it showed, in order.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record RunCell(Cell Cell, ImmutableArray<CellOutput> Outputs, CellFailure? Failure);
