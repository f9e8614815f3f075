using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Results;

/// <summary>What must hold of a table before it can be a file.</summary>
internal static class TableShape
{
    /// <summary>Refuses a table whose columns are not equally long.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void Check(Table table)
    {
        foreach (var column in table.Columns)
        {
            if (column.Count != table.Rows)
            {
                throw new ArgumentException(
                    $"Table '{table.Name}' has {table.Rows} rows, but its column '{column.Name}' has {column.Count} values.",
                    nameof(table)
                );
            }
        }
    }

    /// <summary>The mistake of a column type that files do not know yet.</summary>
    public static InvalidOperationException Unknown(ColumnType type) =>
        new($"No file format for column type {type}.");
}
