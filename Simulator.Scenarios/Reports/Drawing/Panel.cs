using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>One small chart among many of the same axes.</summary>
/// <param name="Title">What tells it from the others.</param>
/// <param name="Note">A second, smaller line; empty for none.</param>
/// <param name="Traces">Plotly's traces, without axes.</param>
internal sealed record Panel(string Title, string Note, IReadOnlyList<JsonObject> Traces);
