using System.Reflection;

namespace Simulator.Cli.Notebooks.Pages;

/// <summary>plotly.js as Plotly.NET carries it, so that pages need no network.</summary>
internal static class PlotlyLibrary
{
    /// <summary>The script, fit to stand inside an HTML page.</summary>
    public static string Script()
    {
        Assembly assembly = typeof(Plotly.NET.GenericChart).Assembly;
        string name = assembly
            .GetManifestResourceNames()
            .Single(resource => resource.EndsWith(".min.js", StringComparison.Ordinal));
        using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
    }
}
