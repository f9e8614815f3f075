using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>A Plotly chart: what is drawn, and on which axes.</summary>
/// <param name="Description">What one sees, for those who cannot see it.</param>
/// <param name="Height">Height in pixels; the width is the page's.</param>
/// <param name="Traces">Plotly's traces.</param>
/// <param name="Layout">Plotly's layout.</param>
internal sealed record Chart(string Description, int Height, JsonArray Traces, JsonObject Layout)
{
    /// <summary>The figure as Plotly reads it.</summary>
    public JsonObject ToJson() => new() { ["data"] = Traces, ["layout"] = Layout };
}
