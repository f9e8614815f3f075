using System.Collections.Immutable;
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
    private readonly StagedFiles _files = new(folder, before);
    private readonly string _mark = Path.Combine(folder, ResultFiles.Mark);

    /// <summary>Replaces the page of a folder.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="ResultException">It cannot be written.</exception>
    public static string WriteReport(string folder, string html)
    {
        StagedFiles files = new(folder, before: null);
        try
        {
            files.Put(ResultFiles.Report, html);
            files.NameAll();
        }
        catch (ResultException)
        {
            files.Withdraw();
            throw;
        }
        return Path.Combine(folder, ResultFiles.Report);
    }

    /// <summary>Writes the run.</summary>
    /// <exception cref="ResultException">The system refused; an old result is still there unless the message says otherwise.</exception>
    public Manifest Write(RunResult run, RunTimes times, ResultOptions options)
    {
        bool found = Directory.Exists(folder),
            marked = File.Exists(_mark);
        DiskTrouble.At(folder, "be made", () => Directory.CreateDirectory(folder));
        ImmutableArray<string> ours = ResultFiles.Ours([.. OldTables(), .. run.Tables.SelectMany(Files)]);
        Manifest manifest;
        using (TakeMark())
        {
            try
            {
                _files.Remove(ours.Where(ResultFiles.IsUnfinished));
                manifest = Stage(run, times, options);
            }
            catch (ResultException)
            {
                Withdraw(found, marked);
                throw;
            }
            Publish(ours);
        }
        _files.Remove([ResultFiles.Mark]);
        return manifest;
    }

    private static IEnumerable<string> Files(Table table) =>
        [ResultFiles.ParquetOf(table.Name), ResultFiles.CsvOf(table.Name)];

    /// <summary>Writes everything under other names, the manifest last.</summary>
    private Manifest Stage(RunResult run, RunTimes times, ResultOptions options)
    {
        ImmutableArray<TableFile>.Builder tables = ImmutableArray.CreateBuilder<TableFile>();
        foreach (Table table in run.Tables)
        {
            Add(ResultFiles.ParquetOf(table.Name), stream => ParquetTable.Write(table, stream));
            if (options.Csv)
            {
                Add(ResultFiles.CsvOf(table.Name), stream => CsvTable.Write(table, stream));
            }

            void Add(string file, Action<Stream> write) =>
                tables.Add(new TableFile(file, table.Rows, _files.Put(file, write)));
        }
        if (options.Report is not null)
        {
            _files.Put(ResultFiles.Report, options.Report);
        }
        Manifest manifest = Manifest.Of(run, tables.ToImmutable(), times) with
        {
            ExternalSha256 = run.ExternalAnswers is { } answers
                ? _files.Put(ResultFiles.External, answers)
                : null,
        };
        _files.Put(ResultFiles.Manifest, ManifestText.Of(manifest));
        return manifest;
    }

    private void Publish(ImmutableArray<string> ours)
    {
        _files.Remove([ResultFiles.Manifest]);
        try
        {
            _files.Remove(
                ours.Where(f => f != ResultFiles.Mark && !ResultFiles.IsUnfinished(f)).Except(_files.Staged)
            );
            _files.NameAll();
        }
        catch (ResultException e)
        {
            throw new ResultException(folder, $"holds no result until one is written again ({e.Message})", e);
        }
    }

    /// <summary>The mark, locked: a second writer is refused as long as it is open.</summary>
    private FileStream TakeMark()
    {
        before?.Invoke($"mark {ResultFiles.Mark}");
        return DiskTrouble.At(
            folder,
            "be written",
            () =>
            {
                try
                {
                    return new FileStream(_mark, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                }
                catch (IOException e) when (File.Exists(_mark))
                {
                    throw new ResultException(folder, "another run is writing there", e);
                }
            }
        );
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

    /// <summary>Leaves the folder as it was found, as far as the system allows; the next run removes what remains.</summary>
    private void Withdraw(bool found, bool marked)
    {
        _files.Withdraw();
        if (!marked)
        {
            DiskTrouble.Ignore(() => File.Delete(_mark));
        }
        if (!found)
        {
            DiskTrouble.Ignore(() => Directory.Delete(folder));
        }
    }
}
