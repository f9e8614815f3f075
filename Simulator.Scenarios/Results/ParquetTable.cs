using System.IO.Compression;
using Parquet;
using Parquet.Schema;
using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Results;

/// <summary>A table as a Parquet file; the same table always gives the same bytes.</summary>
/// <remarks>
/// Zstandard at the level "fastest" of a managed implementation. Snappy, the library's default, hashes with a processor
/// instruction where there is one, so that its bytes change with the machine; gzip comes from the runtime's native part.
/// </remarks>
public static class ParquetTable
{
    /// <summary>Rows of a row group; only the last group of a file has fewer.</summary>
    public const int RowsPerGroup = 100_000;

    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Fastest,
    };

    /// <summary>Writes a table; the stream stays open.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where to write it; it can seek.</param>
    /// <exception cref="ArgumentException">The columns are not equally long.</exception>
    public static void Write(Table table, Stream stream)
    {
        TableShape.Check(table);
        WriteAsync(table, stream).GetAwaiter().GetResult();
    }

    /// <summary>Reads a table that <see cref="Write"/> wrote, with its units and meanings; the stream stays open.</summary>
    /// <param name="stream">Where to read it; it can seek.</param>
    /// <exception cref="InvalidDataException">It holds no such table.</exception>
    public static Table Read(Stream stream)
    {
        try
        {
            return ReadAsync(stream).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is ParquetException or IOException or ArgumentException)
        {
            throw new InvalidDataException($"it cannot be read as Parquet: {e.Message}", e);
        }
    }

    private static async Task WriteAsync(Table table, Stream stream)
    {
        DataField[] fields = Fields(table);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, Options);
        writer.CustomMetadata = new Dictionary<string, string> { [TableNotes.Key] = TableNotes.Of(table) };
        for (int first = 0; first < table.Rows; first += RowsPerGroup)
        {
            using var group = writer.CreateRowGroup();
            int rows = Math.Min(RowsPerGroup, table.Rows - first);
            for (int c = 0; c < fields.Length; c++)
            {
                await WriteColumn(group, fields[c], table.Columns[c], first, rows);
            }
        }
    }

    private static Task WriteColumn(
        ParquetRowGroupWriter group,
        DataField field,
        Column column,
        int first,
        int rows
    ) =>
        column.Type switch
        {
            ColumnType.Int64 => group.WriteAsync<long>(field, Part<long>(column, first, rows)),
            ColumnType.UInt64 => group.WriteAsync<ulong>(field, Part<ulong>(column, first, rows)),
            ColumnType.Int32 => group.WriteAsync<int>(field, Part<int>(column, first, rows)),
            ColumnType.Double => group.WriteAsync<double>(field, Part<double>(column, first, rows)),
            ColumnType.Bool => group.WriteAsync<bool>(field, Part<bool>(column, first, rows)),
            ColumnType.Text => group.WriteAsync(field, Part<string>(column, first, rows)),
            _ => throw TableShape.Unknown(column.Type),
        };

    private static async Task<Table> ReadAsync(Stream stream)
    {
        await using var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true);
        var table = reader.CustomMetadata.TryGetValue(TableNotes.Key, out var notes)
            ? TableNotes.Empty(notes)
            : throw new InvalidDataException($"it has no description under '{TableNotes.Key}'");
        DataField[] fields = reader.Schema.GetDataFields();
        if (!fields.SequenceEqual(Fields(table)))
        {
            throw new InvalidDataException("its columns are not those that its description names");
        }
        for (int g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            for (int c = 0; c < fields.Length; c++)
            {
                await ReadColumn(group, fields[c], table.Columns[c]);
            }
        }
        return table;
    }

    private static Task ReadColumn(ParquetRowGroupReader group, DataField field, Column column) =>
        column.Type switch
        {
            ColumnType.Int64 => Append<long>(group, field, column),
            ColumnType.UInt64 => Append<ulong>(group, field, column),
            ColumnType.Int32 => Append<int>(group, field, column),
            ColumnType.Double => Append<double>(group, field, column),
            ColumnType.Bool => Append<bool>(group, field, column),
            ColumnType.Text => AppendText(group, field, column),
            _ => throw TableShape.Unknown(column.Type),
        };

    private static async Task Append<T>(ParquetRowGroupReader group, DataField field, Column column)
        where T : struct
    {
        var values = new T[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory());
        Array.ForEach(values, column.Add);
    }

    private static async Task AppendText(ParquetRowGroupReader group, DataField field, Column column)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(field, values.AsMemory());
        Array.ForEach(
            values,
            v => column.Add(v ?? throw new InvalidDataException($"'{field.Name}' lacks a text"))
        );
    }

    private static T[] Part<T>(Column column, int first, int rows) =>
        column.Values<T>().Slice(first, rows).ToArray();

    private static DataField[] Fields(Table table) =>
        [.. table.Columns.Select(c => new DataField(c.Name, Stored(c.Type), isNullable: false))];

    private static Type Stored(ColumnType type) =>
        type switch
        {
            ColumnType.Int64 => typeof(long),
            ColumnType.UInt64 => typeof(ulong),
            ColumnType.Int32 => typeof(int),
            ColumnType.Double => typeof(double),
            ColumnType.Bool => typeof(bool),
            ColumnType.Text => typeof(string),
            _ => throw TableShape.Unknown(type),
        };
}
