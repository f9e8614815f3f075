using System.Collections.Immutable;
using System.Security.Cryptography;
using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Results;

/// <summary>Reads result folders and checks that they are what a run wrote.</summary>
internal static class ResultReader
{
    /// <summary>The run in a folder.</summary>
    /// <exception cref="ResultException">It is no result, or a file is missing, damaged or changed.</exception>
    public static StoredRun Read(string folder)
    {
        Manifest manifest = ReadManifest(folder);
        ImmutableArray<Table>.Builder tables = ImmutableArray.CreateBuilder<Table>();
        foreach (TableFile file in manifest.Tables)
        {
            if (ResultFiles.IsParquet(file.File))
            {
                tables.Add(ReadTable(folder, file));
            }
            else
            {
                Checked(folder, file.File, file.Sha256, _ => true);
            }
        }
        if (manifest.ExternalSha256 is { } external)
        {
            Checked(folder, ResultFiles.External, external, _ => true);
        }
        return new StoredRun(folder, manifest, Result(manifest, tables.ToImmutable()));
    }

    /// <summary>The table of a Parquet file.</summary>
    /// <exception cref="ResultException">The file is missing, damaged or changed.</exception>
    public static Table ReadTable(string folder, TableFile file) =>
        Checked(folder, file.File, file.Sha256, stream => Parsed(stream, file.Rows));

    /// <summary>Checks the recording of models outside the simulator against the manifest beside it.</summary>
    /// <exception cref="ResultException">It is missing or changed, or the manifest is damaged or knows none.</exception>
    public static void CheckExternal(string folder)
    {
        string hash =
            ReadManifest(folder).ExternalSha256
            ?? throw new ResultException(
                Path.Combine(folder, ResultFiles.External),
                "is of another run: the manifest.json beside it names no recording"
            );
        Checked(folder, ResultFiles.External, hash, _ => true);
    }

    /// <summary>The manifest in a folder; its tables are not looked at.</summary>
    /// <exception cref="ResultException">There is none, or it is damaged.</exception>
    public static Manifest ReadManifest(string folder)
    {
        string path = Path.Combine(folder, ResultFiles.Manifest);
        if (!File.Exists(path))
        {
            throw new ResultException(folder, WhyNone(folder));
        }
        string text = DiskTrouble.At(path, "be read", () => File.ReadAllText(path));
        try
        {
            return ManifestReader.Read(text);
        }
        catch (FormatException e)
        {
            throw new ResultException(path, $"is damaged: {e.Message}", e);
        }
    }

    private static string WhyNone(string folder) =>
        File.Exists(folder) ? "is a file, not a result folder"
        : !Directory.Exists(folder) ? "does not exist"
        : File.Exists(Path.Combine(folder, ResultFiles.Mark))
            ? "is not a result: the run that wrote here did not finish"
        : "is not a result folder: it has no manifest.json";

    /// <summary>What a reader makes of a file that has the hash its manifest says.</summary>
    private static T Checked<T>(string folder, string file, string sha256, Func<FileStream, T> read)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new ResultException(path, "is missing, but manifest.json names it");
        }
        using FileStream stream = DiskTrouble.At(path, "be read", () => File.OpenRead(path));
        string hash = DiskTrouble.At(
            path,
            "be read",
            () => Convert.ToHexStringLower(SHA256.HashData(stream))
        );
        if (hash != sha256)
        {
            throw new ResultException(path, "was changed: its SHA-256 is not the one in manifest.json");
        }
        stream.Position = 0;
        try
        {
            return read(stream);
        }
        catch (InvalidDataException e)
        {
            throw new ResultException(path, $"is damaged: {e.Message}", e);
        }
    }

    private static Table Parsed(FileStream stream, int rows)
    {
        Table table = ParquetTable.Read(stream);
        return table.Rows == rows
            ? table
            : throw new InvalidDataException($"it has {table.Rows} rows, but manifest.json says {rows}");
    }

    private static RunResult Result(Manifest manifest, ImmutableArray<Table> tables) =>
        new()
        {
            Scenario = manifest.Scenario,
            Question = manifest.Question,
            Seed = manifest.Seed,
            Plan = manifest.Plan,
            PlanHash = manifest.PlanHash,
            Status = manifest.Status,
            Epochs = manifest.Epochs,
            Digest = manifest.Digest,
            Version = manifest.Version,
            Arithmetic = manifest.Arithmetic,
            Fidelity = manifest.Fidelity,
            Execution = manifest.Execution,
            Tables = tables,
            Metrics = manifest.Metrics,
            Expectations = manifest.Expectations,
        };
}
