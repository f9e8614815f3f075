using System.Reflection;

namespace Simulator.Scenarios.Reports;

/// <summary>Plotly's own program, as Plotly.NET carries it: written into a page once, so that the page needs no network.</summary>
public static class PlotlyLibrary
{
    private const string Resource = "Plotly.NET.plotly-2.28.0.min.js";

    private static readonly Lazy<Script> Loaded = new(() =>
        Script.Of(EmbeddedText.Of(Assembly.Load("Plotly.NET"), Resource))
    );

    /// <summary>The script element, for pages of others.</summary>
    public static string Element => Script.Element.Text;

    /// <summary>The program.</summary>
    internal static Script Script => Loaded.Value;
}
