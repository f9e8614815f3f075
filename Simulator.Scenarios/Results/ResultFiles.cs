using System.Collections.Immutable;
using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Results;

/// <summary>The names of the files that are ours in a result folder; all others belong to the user.</summary>
internal static class ResultFiles
{
    /// <summary>The file that makes a folder a result.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The page for people.</summary>
    public const string Report = "report.html";

    /// <summary>What models outside the simulator answered.</summary>
    public const string External = "external.jsonl";

    /// <summary>There while a run writes, locked; left behind by one that was killed.</summary>
    public const string Mark = ".sim-writing";

    /// <summary>What a file is called until it is complete: its name with this ending.</summary>
    public const string Unfinished = ".sim-tmp";

    private const string Parquet = ".parquet";
    private const string Csv = ".csv";

    /// <summary>The Parquet file of a table.</summary>
    public static string ParquetOf(string table) => table + Parquet;

    /// <summary>The CSV file of a table.</summary>
    public static string CsvOf(string table) => table + Csv;

    /// <summary>Whether a file holds a table as Parquet.</summary>
    public static bool IsParquet(string file) => file.EndsWith(Parquet, StringComparison.Ordinal);

    /// <summary>Whether a text is a name that a table's file may have: of letters, digits, <c>_</c> and <c>-</c>.</summary>
    public static bool IsTable(string file) =>
        Path.GetExtension(file) is Parquet or Csv
        && Path.GetFileNameWithoutExtension(file) is { Length: > 0 } table
        && file.Length == table.Length + Path.GetExtension(file).Length
        && table.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Whether a name is that of a file not complete yet.</summary>
    public static bool IsUnfinished(string file) => file.EndsWith(Unfinished, StringComparison.Ordinal);

    /// <summary>Every name that may be ours: those of all tables, and the tables that a manifest names beside them.</summary>
    /// <param name="more">Files of tables beyond the usual ones.</param>
    public static ImmutableArray<string> Ours(IEnumerable<string> more)
    {
        Table[] usual =
        [
            ResultTables.Epochs(),
            ResultTables.Neurons(),
            ResultTables.Events(),
            ResultTables.Weights(),
        ];
        string[] finished =
        [
            .. usual
                .SelectMany(t => new[] { ParquetOf(t.Name), CsvOf(t.Name) })
                .Union(more, StringComparer.Ordinal),
            Report,
            External,
            Manifest,
        ];
        return [.. finished, .. finished.Select(f => f + Unfinished), Mark];
    }
}
