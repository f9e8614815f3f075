using System.Globalization;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>The rows of a CSV file: a heading, then features and a label in each row.</summary>
internal sealed class TableText
{
    private readonly string[] _heading;
    private readonly int _label;
    private readonly TableColumn[] _columns;
    private readonly DataComplaints _complaints;

    private TableText(string[] heading, int label, DataComplaints complaints)
    {
        (_heading, _label, _complaints) = (heading, label, complaints);
        _columns = [.. heading.Where((_, i) => i != label).Select(name => new TableColumn(name))];
    }

    /// <summary>The rows.</summary>
    public List<TableLine> Rows { get; } = [];

    /// <summary>Name of the label's column, as messages show it.</summary>
    public string Label => Show.Bare(_heading[_label]);

    /// <summary>The rows of a file; null after noting what is wrong with its heading or its size. Mistakes of single rows
    /// are noted too.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="label">The column of the label.</param>
    /// <param name="complaints">Takes what is wrong.</param>
    public static TableText? Read(string text, string label, DataComplaints complaints)
    {
        if (text.Length == 0)
        {
            complaints.Add("the file is empty; a heading and rows belong here");
            return null;
        }
        string[] heading =
        [
            .. (new CsvText(text, complaints).Rows().FirstOrDefault() ?? []).Select(f => f.Text),
        ];
        if (!complaints.IsEmpty)
        {
            return null;
        }
        int at = Array.IndexOf(heading, label);
        CheckHeading(heading, label, at, complaints);
        if (!complaints.IsEmpty)
        {
            return null;
        }
        TableText table = new(heading, at, complaints);
        // Twice over the text: what a column is, only all of its fields tell.
        table.Survey(text);
        if (!complaints.IsEmpty)
        {
            return null;
        }
        foreach (CsvField[] row in new CsvText(text, complaints).Rows().Skip(1))
        {
            table.Add(row);
        }
        return table;
    }

    /// <summary>The number that is a row's label; 0 and a complaint when it is none.</summary>
    /// <remarks>A label that is missing was complained about with its row.</remarks>
    public double LabelOf(TableLine row)
    {
        string word = row.Label.Text;
        string hint = NearNumber.Question(word) is { Length: > 0 } question
            ? question
            : "; where labels are words, write 'kind: class'";
        return word.Length == 0 ? 0 : TableNumber.Read(row.Label, Label, hint, _complaints);
    }

    private static void CheckHeading(string[] heading, string label, int at, DataComplaints complaints)
    {
        if (at < 0)
        {
            complaints.Add(
                $"the heading has no column {Show.Quoted(label)} for the label{NearNames.Hint(label, heading.Select(Show.Bare))}"
            );
        }
        if (heading.Length is < 2 or > DataLimits.MostColumns)
        {
            complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the heading has {heading.Length} {(heading.Length == 1 ? "column" : "columns")}; a label and 1 to {DataLimits.MostColumns - 1} features belong there, with commas between them"
                )
            );
        }
        foreach (string name in heading.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            complaints.Add($"the heading has {Show.Quoted(name)} more than once");
        }
    }

    /// <summary>Lets every column look at its fields, and checks how much there is of everything.</summary>
    private void Survey(string text)
    {
        int count = 0;
        foreach (
            CsvField[] row in new CsvText(text, _complaints).Rows().Skip(1).Take(DataLimits.MostRows + 1)
        )
        {
            count++;
            foreach ((int i, TableColumn column) in row.Length == _heading.Length ? _columns.Index() : [])
            {
                column.Survey(row[FieldOf(i)].Text);
            }
        }
        // A quotation mark that is not closed takes all that follows with it.
        if (_complaints.IsEmpty && count is < DataLimits.FewestRows or > DataLimits.MostRows)
        {
            _complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(count > DataLimits.MostRows ? "more than " : "")}{Math.Min(count, DataLimits.MostRows)} rows below the heading; {DataLimits.FewestRows} to {DataLimits.MostRows} are needed"
                )
            );
        }
        Array.ForEach(_columns, column => column.Settle(_complaints));
        CheckWidth(count);
    }

    private void CheckWidth(int rows)
    {
        int width = _columns.Sum(column => column.Width);
        if (_complaints.IsEmpty && width > DataLimits.MostColumns - 1)
        {
            _complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the words of its categories make {width} features of {_columns.Length} columns; at most {DataLimits.MostColumns - 1} are read"
                )
            );
        }
        if (_complaints.IsEmpty && (long)rows * width > DataLimits.MostNumbers)
        {
            _complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows} rows of {width} features are {(long)rows * width} numbers; at most {DataLimits.MostNumbers} are read"
                )
            );
        }
    }

    private void Add(CsvField[] row)
    {
        if (row.Length != _heading.Length)
        {
            _complaints.Add(
                "ragged rows",
                row[0].Line,
                1,
                row is [{ Text: "" }]
                    ? "an empty line; every line below the heading is a row"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Length} {(row.Length == 1 ? "field" : "fields")}; the heading has {_heading.Length}"
                    )
            );
            return;
        }
        double[] features = new double[_columns.Sum(column => column.Width)];
        int next = 0;
        for (int i = 0; i < _columns.Length; i++)
        {
            _columns[i].Write(row[FieldOf(i)], features.AsSpan(next, _columns[i].Width), _complaints);
            next += _columns[i].Width;
        }
        CsvField label = row[_label];
        if (label.Text.Length == 0)
        {
            _complaints.Add(
                "rows without a label",
                label.Line,
                label.Column,
                $"no label in column '{Label}'"
            );
        }
        Rows.Add(new(features, TextOf(row), label));
    }

    private int FieldOf(int column) => column < _label ? column : column + 1;

    // With its length before each field, no two rows can read alike.
    private string TextOf(CsvField[] row) =>
        string.Concat(row.Where((_, i) => i != _label).Select(field => $"{field.Text.Length}:{field.Text}"));
}
