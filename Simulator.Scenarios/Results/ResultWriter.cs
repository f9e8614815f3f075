using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Results;

/// <summary>Writes one run into a folder so that it can be killed at any moment.</summary>
/// <remarks>
/// First every file is written and synced under another name; the old result, if there is one, stays whole meanwhile. Then
/// the old manifest goes, the files get their names, and the manifest gets its name last.
/// </remarks>
/// <param name="folder">The folder of the result.</param>
/// <param name="before">Called with the name of each step before it is taken; a test stops the writer there.</param>
internal sealed class ResultWriter(string folder, Action<string>? before)
{
    private readonly bool _found = Directory.Exists(folder);
    private readonly bool _marked = File.Exists(Path.Combine(folder, ResultFiles.Mark));
    private readonly List<string> _written = [];

    /// <summary>Replaces the page of a folder.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="ResultException">It cannot be written.</exception>
    public static string WriteReport(string folder, string html)
    {
        ResultWriter writer = new(folder, before: null);
        try
        {
            writer.PutText(ResultFiles.Report, html);
            writer.Rename(ResultFiles.Report);
        }
        catch (ResultException)
        {
            writer.Withdraw();
            throw;
        }
        return Path.Combine(folder, ResultFiles.Report);
    }

    /// <summary>Writes the run.</summary>
    /// <exception cref="ResultException">The system refused; an old result is still there unless the message says otherwise.</exception>
    public Manifest Write(RunResult run, RunTimes times, ResultOptions options)
    {
        DiskTrouble.At(folder, "be made", () => Directory.CreateDirectory(folder));
        ImmutableArray<string> ours = ResultFiles.Ours([.. OldTables(), .. run.Tables.SelectMany(Files)]);
        Manifest manifest;
        using (TakeMark())
        {
            manifest = Prepare(run, times, options, ours);
            Publish(ours);
        }
        Remove([ResultFiles.Mark]);
        return manifest;
    }

    private static IEnumerable<string> Files(Table table) =>
        [ResultFiles.ParquetOf(table.Name), ResultFiles.CsvOf(table.Name)];

    private Manifest Prepare(
        RunResult run,
        RunTimes times,
        ResultOptions options,
        ImmutableArray<string> ours
    )
    {
        try
        {
            Remove(ours.Where(f => f.EndsWith(ResultFiles.Unfinished, StringComparison.Ordinal)));
            ImmutableArray<TableFile> tables = PutTables(run, options.Csv);
            if (options.Report is not null)
            {
                PutText(ResultFiles.Report, options.Report);
            }
            Manifest manifest = Manifest.Of(run, tables, times);
            PutText(ResultFiles.Manifest, ManifestText.Of(manifest));
            return manifest;
        }
        catch (ResultException)
        {
            Withdraw();
            throw;
        }
    }

    private void Publish(ImmutableArray<string> ours)
    {
        Remove([ResultFiles.Manifest]);
        try
        {
            Remove(ours.Where(IsStale));
            _written.ForEach(Rename);
        }
        catch (ResultException e)
        {
            throw new ResultException(folder, $"holds no result until one is written again ({e.Message})", e);
        }
    }

    private bool IsStale(string file) =>
        file != ResultFiles.Mark
        && !file.EndsWith(ResultFiles.Unfinished, StringComparison.Ordinal)
        && !_written.Contains(file);

    private FileStream TakeMark()
    {
        string path = Path.Combine(folder, ResultFiles.Mark);
        before?.Invoke($"mark {ResultFiles.Mark}");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new ResultException(folder, "another run is writing there", e);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            return DiskTrouble.At<FileStream>(folder, "be written", () => throw e);
        }
    }

    private ImmutableArray<TableFile> PutTables(RunResult run, bool csv)
    {
        ImmutableArray<TableFile>.Builder files = ImmutableArray.CreateBuilder<TableFile>();
        foreach (Table table in run.Tables)
        {
            Add(ResultFiles.ParquetOf(table.Name), stream => ParquetTable.Write(table, stream));
            if (csv)
            {
                Add(ResultFiles.CsvOf(table.Name), stream => CsvTable.Write(table, stream));
            }

            void Add(string file, Action<Stream> write) =>
                files.Add(new TableFile(file, table.Rows, Put(file, write)));
        }
        return files.ToImmutable();
    }

    private void PutText(string file, string text) =>
        Put(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file under its unfinished name and syncs it; returns its hash.</summary>
    private string Put(string file, Action<Stream> write) =>
        DiskTrouble.At(
            Path.Combine(folder, file),
            "be written",
            () =>
            {
                before?.Invoke($"write {file}");
                if (Directory.Exists(Path.Combine(folder, file)))
                {
                    throw new IOException("a folder is in its place");
                }
                _written.Add(file);
                using FileStream stream = new(
                    Temporary(file),
                    FileMode.Create,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
                write(stream);
                before?.Invoke($"sync {file}");
                stream.Flush(flushToDisk: true);
                stream.Position = 0;
                return Convert.ToHexStringLower(SHA256.HashData(stream));
            }
        );

    private void Rename(string file) =>
        DiskTrouble.At(
            Path.Combine(folder, file),
            "be written",
            () =>
            {
                before?.Invoke($"rename {file}");
                File.Move(Temporary(file), Path.Combine(folder, file), overwrite: true);
            }
        );

    private void Remove(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            string path = Path.Combine(folder, file);
            if (File.Exists(path))
            {
                before?.Invoke($"remove {file}");
                DiskTrouble.At(path, "be removed", () => File.Delete(path));
            }
        }
    }

    /// <summary>The tables that the manifest in place names, so that they can be told from the user's files.</summary>
    private string[] OldTables()
    {
        try
        {
            return [.. ResultReader.ReadManifest(folder).Tables.Select(t => t.File)];
        }
        catch (ResultException)
        {
            return [];
        }
    }

    /// <summary>Leaves the folder as it was found, as far as the disk allows; the next run removes what remains.</summary>
    private void Withdraw()
    {
        try
        {
            foreach (string file in _written)
            {
                File.Delete(Temporary(file));
            }
            if (!_marked)
            {
                File.Delete(Path.Combine(folder, ResultFiles.Mark));
            }
            if (!_found)
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception e) when (DiskTrouble.Is(e)) { }
    }

    private string Temporary(string file) => Path.Combine(folder, file + ResultFiles.Unfinished);
}
