namespace Simulator.Cli.Output;

/// <summary>Rows of text whose cells stand below each other, two spaces apart.</summary>
/// <param name="rightAligned">The columns, from 0, that hold numbers.</param>
internal sealed class AlignedTable(params int[] rightAligned)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row; rows may differ in length.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the rows, each behind an indent.</summary>
    public void WriteTo(TextWriter writer, string indent = "")
    {
        int[] widths = Widths();
        foreach (string[] row in _rows)
        {
            IEnumerable<string> cells = row.Select(
                (cell, i) =>
                    rightAligned.Contains(i) ? cell.PadLeft(widths[i])
                    : i == row.Length - 1 ? cell
                    : cell.PadRight(widths[i])
            );
            writer.WriteLine((indent + string.Join("  ", cells)).TrimEnd());
        }
    }

    private int[] Widths()
    {
        int[] widths = new int[_rows.Count == 0 ? 0 : _rows.Max(row => row.Length)];
        foreach (string[] row in _rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }
        return widths;
    }
}
