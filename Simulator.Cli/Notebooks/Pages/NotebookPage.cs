using System.Globalization;
using System.Net;
using System.Text;
using Simulator.Cli.Notebooks.Outputs;
using Simulator.Cli.Notebooks.Running;

namespace Simulator.Cli.Notebooks.Pages;

/// <summary>A run of a notebook as one self-contained page, readable without a network.</summary>
internal static class NotebookPage
{
    // Nothing is fetched: the browser itself refuses whatever the page does not contain.
    private const string Policy =
        "default-src 'none'; img-src data: blob:; font-src data:; style-src 'unsafe-inline'; "
        + "script-src 'unsafe-inline' 'unsafe-eval'";

    private const string Style = """
        body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1c2330; }
        pre { overflow-x: auto; padding: .8rem 1rem; font: 14px/1.45 ui-monospace, monospace; border-radius: 4px; }
        pre.code { background: #f3f5f9; border-left: 3px solid #5a7fb8; margin-bottom: .4rem; }
        pre.text { background: #fff; border: 1px solid #dde2ea; }
        pre.failure { background: #fdecec; border-left: 3px solid #c0392b; }
        .output { overflow-x: auto; }
        .chart { min-height: 26rem; }
        table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
        th, td { padding: .25rem .7rem; border-bottom: 1px solid #dde2ea; text-align: right; white-space: nowrap; }
        th { vertical-align: bottom; font-weight: 600; }
        .more { color: #667; font-size: 14px; }
        code { font-family: ui-monospace, monospace; }
        """;

    /// <summary>The page.</summary>
    public static string Of(NotebookRun run)
    {
        bool charts = run.Cells.Any(cell => cell.Outputs.Any(output => output.Kind == OutputKind.Chart));
        StringBuilder html = new();
        html.Append(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <title>{Encode(Path.GetFileNameWithoutExtension(run.Notebook.Path))}</title>
            <style>
            {Style}
            </style>

            """
        );
        if (charts)
        {
            html.Append($"<script>{PlotlyLibrary.Script()}</script>\n");
        }
        html.Append("</head>\n<body>\n");
        foreach (RunCell cell in run.Cells)
        {
            Write(html, cell);
        }
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Write(StringBuilder html, RunCell cell)
    {
        html.Append(
            cell.Cell.Language == CellLanguage.Markdown
                ? Markdown.ToHtml(cell.Cell.Source)
                : $"<pre class=\"code\">{Encode(cell.Cell.Source.TrimEnd())}</pre>\n"
        );
        for (int i = 0; i < cell.Outputs.Length; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"chart-{cell.Cell.Number}-{i}");
            html.Append("<div class=\"output\">").Append(Html(cell.Outputs[i], id)).Append("</div>\n");
        }
        if (cell.Failure is { } failure)
        {
            html.Append($"<pre class=\"failure\">{Encode(failure.Text)}</pre>\n");
        }
    }

    private static string Html(CellOutput output, string id) =>
        output.Kind switch
        {
            OutputKind.Html => output.Content,
            OutputKind.Chart => Chart(output.Content, id),
            _ => $"<pre class=\"text\">{Encode(output.Content.TrimEnd())}</pre>",
        };

    // What is drawn on is only a place of this page: no button leads to a server.
    private static string Chart(string figure, string id) =>
        $$"""
            <div id="{{id}}" class="chart"></div>
            <script>
            { const figure = {{figure.Replace("</", "<\\/", StringComparison.Ordinal)}};
              Plotly.newPlot("{{id}}", figure.data, figure.layout,
                { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["sendDataToCloud"] }); }
            </script>
            """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
