namespace Simulator.Core.Metrics;

/// <summary>The one type of result: named columns of equal length, with units.</summary>
public sealed class Table
{
    private readonly Column[] _columns;

    /// <summary>A table with the given columns.</summary>
    /// <param name="name">Name in snake_case; also the file's name.</param>
    /// <param name="meaning">One sentence on what a row is.</param>
    /// <param name="columns">The columns, in file order.</param>
    public Table(string name, string meaning, params ReadOnlySpan<Column> columns)
    {
        (Name, Meaning) = (name, meaning);
        _columns = columns.ToArray();
    }

    /// <summary>Name in snake_case.</summary>
    public string Name { get; }

    /// <summary>One sentence on what a row is.</summary>
    public string Meaning { get; }

    /// <summary>The columns, in file order.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>Number of rows.</summary>
    public int Rows => _columns.Length == 0 ? 0 : _columns[0].Count;

    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public Column this[string column]
    {
        get
        {
            foreach (Column candidate in _columns)
            {
                if (candidate.Name == column)
                {
                    return candidate;
                }
            }
            throw new ArgumentException(
                $"Table '{Name}' has no column '{column}'; it has {string.Join(", ", _columns.Select(c => c.Name))}.",
                nameof(column)
            );
        }
    }
}
