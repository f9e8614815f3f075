using System.Globalization;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>The rows of a CSV file: a heading, then numbers and a label between commas, without quotes.</summary>
internal sealed class TableText
{
    // What other programs write where a number is not finite.
    private static readonly string[] NotFinite = ["inf", "infinity", "nan", "na", "n/a", "null"];

    private readonly string[] _columns;
    private readonly int _label;
    private readonly DataComplaints _complaints;

    private TableText(string[] columns, int label, DataComplaints complaints) =>
        (_columns, _label, _complaints) = (columns, label, complaints);

    /// <summary>The rows.</summary>
    public List<TableLine> Rows { get; } = [];

    /// <summary>Name of the label's column, as messages show it.</summary>
    public string Label => Show.Bare(_columns[_label]);

    /// <summary>The rows of a file; null after noting what is wrong with its heading or its size. Mistakes of single rows
    /// are noted too.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="label">The column of the label.</param>
    /// <param name="complaints">Takes what is wrong.</param>
    public static TableText? Read(string[] lines, string label, DataComplaints complaints)
    {
        if (lines.Length == 0)
        {
            complaints.Add("the file is empty; a heading and rows belong here");
            return null;
        }
        string[] columns = [.. lines[0].Split(',').Select(name => name.Trim())];
        int at = Array.IndexOf(columns, label);
        CheckHeading(columns, label, at, complaints);
        if (lines.Length - 1 is < DataLimits.FewestRows or > DataLimits.MostRows)
        {
            complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lines.Length - 1} rows below the heading; {DataLimits.FewestRows} to {DataLimits.MostRows} are needed"
                )
            );
        }
        if (!complaints.IsEmpty)
        {
            return null;
        }
        TableText text = new(columns, at, complaints);
        for (int line = 1; line < lines.Length; line++)
        {
            text.Add(lines[line], line + 1);
        }
        return text;
    }

    /// <summary>The number that is a row's label; 0 and a complaint when it is none.</summary>
    /// <remarks>A label that is missing was complained about with its row.</remarks>
    public double LabelOf(TableLine row) =>
        row.Label.Length == 0 ? 0 : Number(row.Label, row.Line, row.LabelColumn, _label);

    private double Number(string field, int line, int column, int index)
    {
        string name = Show.Bare(_columns[index]);
        bool isNumber = double.TryParse(
            field,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out double number
        );
        if (!isNumber && !NotFinite.Contains(field.TrimStart('+', '-'), StringComparer.OrdinalIgnoreCase))
        {
            string hint =
                index != _label
                    ? "; write a category as columns of 0 and 1"
                    : "; where labels are words, write 'kind: class'";
            _complaints.Add(
                field.Length == 0 ? "empty fields" : "fields that are not numbers",
                line,
                column,
                field.Length == 0
                    ? $"column '{name}' is empty; every row has all of its numbers"
                    : $"column '{name}': {Show.Quoted(field)} is not a number{hint}"
            );
            return 0;
        }
        if (isNumber && Math.Abs(number) <= DataLimits.LargestNumber)
        {
            return number;
        }
        _complaints.Add(
            "numbers that are not finite or too large",
            line,
            column,
            $"column '{name}': {Show.Quoted(field)} is not a number from -1e15 to 1e15"
        );
        return 0;
    }

    private static void CheckHeading(string[] columns, string label, int at, DataComplaints complaints)
    {
        if (at < 0)
        {
            complaints.Add(
                $"the heading has no column {Show.Quoted(label)} for the label{NearNames.Hint(label, columns.Select(Show.Bare))}"
            );
        }
        if (columns.Length is < 2 or > DataLimits.MostColumns)
        {
            complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the heading has {columns.Length} {(columns.Length == 1 ? "column" : "columns")}; a label and 1 to {DataLimits.MostColumns - 1} features belong there, with commas between them"
                )
            );
        }
        if (columns.FirstOrDefault(name => name.Contains('"')) is { } quoted)
        {
            complaints.Add(
                $"{Show.Quoted(quoted)} has a quotation mark; names and numbers are written without"
            );
        }
        foreach (string name in columns.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            complaints.Add($"the heading has {Show.Quoted(name)} more than once");
        }
    }

    private void Add(string text, int line)
    {
        string[] fields = text.Split(',');
        if (fields.Length != _columns.Length)
        {
            _complaints.Add(
                "ragged rows",
                line,
                1,
                text.Length == 0
                    ? "an empty line; every line below the heading is a row"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{fields.Length} {(fields.Length == 1 ? "field" : "fields")}; the heading has {_columns.Length}"
                    )
            );
            return;
        }
        double[] features = new double[fields.Length - 1];
        int labelColumn = 1;
        for (int field = 0, column = 1; field < fields.Length; column += fields[field++].Length + 1)
        {
            if (field == _label)
            {
                labelColumn = column;
            }
            else
            {
                features[field < _label ? field : field - 1] = Number(
                    fields[field].Trim(),
                    line,
                    column,
                    field
                );
            }
        }
        string label = fields[_label].Trim();
        if (label.Length == 0)
        {
            _complaints.Add("rows without a label", line, labelColumn, $"no label in column '{Label}'");
        }
        string written = string.Join(',', fields.Where((_, i) => i != _label).Select(f => f.Trim()));
        Rows.Add(new(line, features, written, label, labelColumn));
    }
}
