using CsvHelper;
using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Results;

/// <summary>A table as comma-separated values: UTF-8 without a mark, LF, a header, quotes where RFC 4180 wants them.</summary>
/// <remarks>
/// A double is the shortest text that reads back as the same number; NaN, which stands for "no value", is an empty field;
/// infinities are <c>Infinity</c> and <c>-Infinity</c>; flags are <c>true</c> and <c>false</c>.
/// </remarks>
public static class CsvTable
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        NewLine = "\n",
        TrueValue = "true",
        FalseValue = "false",
    };

    /// <summary>Writes a table; the stream stays open.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where to write it.</param>
    /// <exception cref="ArgumentException">The columns are not equally long.</exception>
    public static void Write(Table table, Stream stream)
    {
        TableShape.Check(table);
        using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        writer.WriteHeader([.. table.Columns.Select(c => c.Name)]);
        for (int row = 0; row < table.Rows; row++)
        {
            foreach (var column in table.Columns)
            {
                WriteField(writer, column, row);
            }
            writer.EndRecord();
        }
    }

    private static void WriteField(CsvWriter writer, Column column, int row)
    {
        switch (column.Type)
        {
            case ColumnType.Int64:
                writer.WriteField(column.Values<long>()[row], default);
                break;
            case ColumnType.UInt64:
                writer.WriteField(column.Values<ulong>()[row], default);
                break;
            case ColumnType.Int32:
                writer.WriteField(column.Values<int>()[row], default);
                break;
            case ColumnType.Double:
                double number = column.Values<double>()[row];
                writer.WriteField(double.IsNaN(number) ? "" : RoundTrip.Text(number));
                break;
            case ColumnType.Bool:
                writer.WriteField(column.Values<bool>()[row]);
                break;
            case ColumnType.Text:
                writer.WriteField(column.Values<string>()[row]);
                break;
            default:
                throw TableShape.Unknown(column.Type);
        }
    }
}
