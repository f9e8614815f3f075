using System.Globalization;
using System.Text;

namespace Simulator.Scenarios.Metagraphs.Csv;

/// <summary>A table of comma-separated values: a heading, and rows without quotes.</summary>
internal sealed class CsvTable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, true);

    private readonly string[] _columns;
    private readonly Complaints _complaints;

    private CsvTable(string[] columns, List<string[]> rows, Complaints complaints) =>
        (_columns, Rows, _complaints) = (columns, rows, complaints);

    /// <summary>The rows, each with as many fields as the heading; the first is line 2.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads a table; null and complaints when it is none or lacks a column.</summary>
    /// <param name="file">The file.</param>
    /// <param name="needed">Columns that it must have.</param>
    /// <param name="complaints">Takes what is wrong.</param>
    public static CsvTable? Read(SourceFile file, ReadOnlySpan<string> needed, Complaints complaints)
    {
        string text;
        try
        {
            text = Strict.GetString(file.Bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            complaints.Add("", "it is not a text in UTF-8");
            return null;
        }
        if (!text.EndsWith('\n'))
        {
            complaints.Add("", "its last line does not end with a line break: the file is empty or cut off");
            return null;
        }
        string[] lines = text[..^1].Split('\n');
        string[] columns = Fields(lines[0]);
        List<string[]> rows = new(lines.Length);
        for (int i = 1; i < lines.Length; i++)
        {
            string[] fields = Fields(lines[i]);
            if (fields.Length != columns.Length)
            {
                complaints.Add(
                    Line(i - 1),
                    $"it has {fields.Length} fields; the heading has {columns.Length}"
                );
            }
            rows.Add(fields);
        }
        foreach (string column in needed)
        {
            if (columns.Count(c => c == column) != 1)
            {
                complaints.Add("line 1", $"the heading must have one column '{column}'");
            }
        }
        return complaints.IsEmpty ? new(columns, rows, complaints) : null;
    }

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string column) => _columns.Contains(column);

    /// <summary>The text of a field.</summary>
    public string Text(int row, string column) => Rows[row][Array.IndexOf(_columns, column)];

    /// <summary>The whole number of a field; null and a complaint when it is none within the range.</summary>
    public long? Whole(int row, string column, long least, long most)
    {
        string text = Text(row, column);
        if (
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= least
            && value <= most
        )
        {
            return value;
        }
        _complaints.Add(
            Place(row, column),
            $"{Files.Show.Quoted(text)} is not a whole number from {least} to {most}"
        );
        return null;
    }

    /// <summary>The number of a field; 0 and a complaint when it is none that a stake or a weight can be.</summary>
    public double Amount(int row, string column)
    {
        string text = Text(row, column);
        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
            && value >= 0
        )
        {
            return value;
        }
        _complaints.Add(
            Place(row, column),
            $"{Files.Show.Quoted(text)} is not a finite number of at least 0"
        );
        return 0;
    }

    /// <summary>Where a field stands, as messages say it.</summary>
    public static string Place(int row, string column) => $"{Line(row)}, {column}";

    /// <summary>Where a row stands, as messages say it.</summary>
    public static string Line(int row) => $"line {row + 2}";

    private static string[] Fields(string line) => line.TrimEnd('\r').Split(',');
}
