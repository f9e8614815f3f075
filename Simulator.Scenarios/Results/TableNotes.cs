using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Results;

/// <summary>What a Parquet file says of a table beyond its values: names, units and meanings, as one JSON text.</summary>
/// <remarks>One text under one key: several keys would stand in the order of a hash table.</remarks>
internal static class TableNotes
{
    /// <summary>The key of the text in the file's metadata.</summary>
    public const string Key = "sim.table";

    /// <summary>The text for a table.</summary>
    public static string Of(Table table) =>
        JsonText.Canonical(
            new JsonObject
            {
                ["name"] = table.Name,
                ["meaning"] = table.Meaning,
                ["columns"] = new JsonArray([.. table.Columns.Select(Note)]),
            }
        );

    /// <summary>The table, still empty, that a text speaks of.</summary>
    /// <exception cref="InvalidDataException">It is not such a text.</exception>
    public static Table Empty(string text)
    {
        try
        {
            JsonFields notes = new(JsonText.ParseObject(text));
            return new Table(notes.Text("name"), notes.Text("meaning"), [.. notes.List("columns", Column)]);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new InvalidDataException($"its description under '{Key}' is damaged: {e.Message}", e);
        }
    }

    private static Column Column(JsonFields note) =>
        new(note.Text("name"), note.Word<ColumnType>("type"), note.Text("unit"), note.Text("meaning"));

    private static JsonObject Note(Column column) =>
        new()
        {
            ["name"] = column.Name,
            ["type"] = column.Type.ToString().ToLowerInvariant(),
            ["unit"] = column.Unit,
            ["meaning"] = column.Meaning,
        };
}
