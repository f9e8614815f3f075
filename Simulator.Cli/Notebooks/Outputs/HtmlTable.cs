using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Simulator.Core.Metrics;

namespace Simulator.Cli.Notebooks.Outputs;

/// <summary>Rows as an HTML table; of a long list only the first, and how many more there are.</summary>
internal static class HtmlTable
{
    private const int MostRows = 50;

    /// <summary>A table of results, with units below the names.</summary>
    public static string Of(Table table)
    {
        IReadOnlyList<string> heads = [.. table.Columns.Select(Head)];
        Func<int, string>[] cells = [.. table.Columns.Select(Cells)];
        IEnumerable<string[]> rows = Enumerable
            .Range(0, table.Rows)
            .Select(row => Array.ConvertAll(cells, cell => cell(row)));
        return Write(heads, rows);
    }

    /// <summary>A list: a column for each public property, or one for the values themselves.</summary>
    public static string Of(IEnumerable list)
    {
        object?[] values = [.. list.Cast<object?>()];
        Type[] types = [.. values.Select(value => value?.GetType() ?? typeof(object)).Distinct()];
        PropertyInfo[] properties = types is [var only] && !IsPlain(only) ? Readable(only) : [];
        return properties.Length == 0
            ? Write([], values.Select(value => new[] { Display.Text(value) }))
            : Write(
                [.. properties.Select(property => property.Name)],
                values.Select(value => Array.ConvertAll(properties, p => Display.Text(p.GetValue(value))))
            );
    }

    private static bool IsPlain(Type type) => type == typeof(string) || type.IsPrimitive || type.IsEnum;

    private static PropertyInfo[] Readable(Type type) =>
        [.. type.GetProperties().Where(p => p.CanRead && p.GetIndexParameters().Length == 0)];

    private static string Head(Column column) =>
        column.Unit.Length == 0 ? column.Name : $"{column.Name}\n{column.Unit}";

    private static Func<int, string> Cells(Column column) =>
        column.Type switch
        {
            ColumnType.Int64 => row => Display.Text(column.Values<long>()[row]),
            ColumnType.UInt64 => row => Display.Text(column.Values<ulong>()[row]),
            ColumnType.Int32 => row => Display.Text(column.Values<int>()[row]),
            ColumnType.Double => row =>
                column.Values<double>()[row].ToString("0.####", CultureInfo.InvariantCulture),
            ColumnType.Bool => row => column.Values<bool>()[row] ? "yes" : "no",
            ColumnType.Text => row => column.Values<string>()[row],
            _ => throw new InvalidOperationException($"No text for column type {column.Type}."),
        };

    private static string Write(IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        StringBuilder html = new("<table>\n");
        if (heads.Count > 0)
        {
            Row(html, "th", heads);
        }
        int count = 0;
        foreach (string[] row in rows)
        {
            if (count++ < MostRows)
            {
                Row(html, "td", row);
            }
        }
        html.Append("</table>\n");
        if (count > MostRows)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"more\">{count - MostRows} more rows</p>\n"
            );
        }
        return html.ToString();
    }

    private static void Row(StringBuilder html, string element, IEnumerable<string> cells)
    {
        html.Append("<tr>");
        foreach (string cell in cells)
        {
            string text = WebUtility.HtmlEncode(cell).Replace("\n", "<br>", StringComparison.Ordinal);
            html.Append(CultureInfo.InvariantCulture, $"<{element}>{text}</{element}>");
        }
        html.Append("</tr>\n");
    }
}
