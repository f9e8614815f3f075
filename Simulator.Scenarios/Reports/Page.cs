using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports;

/// <summary>Writes a page that carries everything it needs and may ask for nothing.</summary>
internal static class Page
{
    /// <summary>The whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="body">Its sections.</param>
    /// <param name="figures">Its figures, whose places stand in the sections.</param>
    public static string Of(string title, Html body, IReadOnlyList<Figure> figures)
    {
        var own = Script.Of(EmbeddedText.Of("report.js"));
        var library = PlotlyLibrary.Script;
        // The policy names the two programs by hash: nothing else runs, and nothing is fetched, whatever a name contains.
        string policy =
            $"default-src 'none'; script-src {library.Source} {own.Source}; style-src 'unsafe-inline'; "
            + "img-src data: blob:; base-uri 'none'; form-action 'none'";
        return Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{new Html(policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>{title}</title>
            <style>
            {new Html(EmbeddedText.Of("report.css"))}</style>
            </head>
            <body>
            <main>
            <noscript><p class="note">The charts are drawn by scripts inside this page, which this browser does not run. Text and tables are complete without them.</p></noscript>
            {body}</main>
            <script type="application/json" id="figures">{Data(figures)}</script>
            {library.Element}{own.Element}</body>
            </html>

            """
        ).Text;
    }

    // The JSON writer escapes every character that markup gives a meaning: no text of the run can end the element.
    private static Html Data(IReadOnlyList<Figure> figures)
    {
        JsonObject all = [];
        foreach (var figure in figures)
        {
            if (figure.Chart is { } chart)
            {
                all[$"chart-{figure.Id}"] = chart.ToJson();
            }
        }
        return new Html(all.ToJsonString());
    }
}
