using System.Globalization;
using System.Text;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>A table of text, plain or gzip'ed, read whole.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private CsvTable(string file, string[] heads)
    {
        File = file;
        Heads = heads;
        for (int i = 0; i < heads.Length; i++)
        {
            _places.TryAdd(heads[i], i);
        }
    }

    /// <summary>Its path in the folder.</summary>
    public string File { get; }

    /// <summary>Names of the columns.</summary>
    public string[] Heads { get; }

    /// <summary>The rows with their line numbers.</summary>
    public List<(int Line, string[] Cells)> Rows { get; } = [];

    /// <summary>Reads a table.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="file">What it is called.</param>
    /// <param name="problem">Takes what is wrong, with the line.</param>
    /// <returns>The table; null when anything is wrong with it.</returns>
    public static CsvTable? Read(string path, string file, Action<int?, string> problem)
    {
        CsvTable? table = null;
        bool failed = false;
        void Tell(int? line, string message)
        {
            failed = true;
            problem(line, message);
        }
        foreach (VectorLine line in VectorLines.Of(path))
        {
            string[] cells = [.. Cells(Encoding.UTF8.GetString(line.Utf8.Span))];
            if (table is null)
            {
                table = new(file, cells);
                foreach (
                    IGrouping<string, string> twice in cells.GroupBy(head => head).Where(g => g.Count() > 1)
                )
                {
                    Tell(line.Number, $"column '{twice.Key}' is there more than once");
                }
            }
            else if (cells.Length != table.Heads.Length)
            {
                Tell(
                    line.Number,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{cells.Length} values, but the table has {table.Heads.Length} columns"
                    )
                );
            }
            else
            {
                table.Rows.Add((line.Number, cells));
            }
        }
        if (table is null)
        {
            Tell(null, "the file is empty");
        }
        return failed ? null : table;
    }

    /// <summary>Place of a column; −1 when the table does not have it.</summary>
    public int Place(string head) => _places.GetValueOrDefault(head, -1);

    /// <summary>The cells of a line; one between quotation marks may hold commas, and marks twice.</summary>
    private static IEnumerable<string> Cells(string line)
    {
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                bool isMark = quoted && i + 1 < line.Length && line[i + 1] == '"';
                quoted = isMark || !quoted;
                i += isMark ? 1 : 0;
                cell.Append(isMark ? "\"" : "");
            }
            else if (line[i] == ',' && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }
        yield return cell.ToString();
    }
}
