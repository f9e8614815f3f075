using System.Collections;
using System.Globalization;
using Plotly.NET;
using Simulator.Core.Metrics;

namespace Simulator.Cli.Notebooks.Outputs;

/// <summary>How a value looks in a notebook.</summary>
internal static class Display
{
    /// <summary>A value as a chart, a table, HTML or text.</summary>
    public static CellOutput Of(object? value) =>
        value switch
        {
            null => new(OutputKind.Text, "null"),
            string text => new(OutputKind.Text, text),
            HtmlFragment html => new(OutputKind.Html, html.Markup),
            Table table => new(OutputKind.Html, HtmlTable.Of(table)),
            GenericChart chart => new(OutputKind.Chart, GenericChart.toFigureJson(chart)),
            IEnumerable rows => new(OutputKind.Html, HtmlTable.Of(rows)),
            _ => new(OutputKind.Text, Text(value)),
        };

    /// <summary>A value in one line, the same in every culture.</summary>
    public static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
