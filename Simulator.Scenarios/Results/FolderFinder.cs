using System.Globalization;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Results;

/// <summary>Tells what is where a result is to go.</summary>
internal static class FolderFinder
{
    private const int NamesShown = 3;

    /// <summary>What is there; nothing is changed.</summary>
    /// <exception cref="ResultException">The path is a file, or it cannot be looked at.</exception>
    public static FolderLook Look(string folder, ulong seed, string planHash, bool weights, bool csv)
    {
        if (FileInTheWay(folder) is { } file)
        {
            throw new ResultException(folder, file == folder ? "is a file, not a folder" : $"cannot be made: {file} is a file");
        }
        string[] names = Directory.Exists(folder)
            ? DiskTrouble.At(folder, "be read", () => Names(folder))
            : [];
        if (!names.Contains(ResultFiles.Manifest))
        {
            return WithoutManifest(names);
        }
        try
        {
            return OfResult(ResultReader.ReadManifest(folder), seed, planHash, weights, csv);
        }
        catch (ResultException e)
        {
            return new FolderLook(FolderState.Taken, $"holds a result that cannot be read ({e.Message})");
        }
    }

    private static string? FileInTheWay(string folder)
    {
        string? path = folder;
        while (!string.IsNullOrEmpty(path) && !Directory.Exists(path))
        {
            if (File.Exists(path))
            {
                return path;
            }
            path = Path.GetDirectoryName(path);
        }
        return null;
    }

    private static string[] Names(string folder) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(folder)
                .Select(e => Path.GetFileName(e))
                .Order(StringComparer.Ordinal),
        ];

    private static FolderLook WithoutManifest(string[] names)
    {
        if (names.Length == 0)
        {
            return new FolderLook(FolderState.Free, "");
        }
        if (names.Contains(ResultFiles.Mark))
        {
            return new FolderLook(
                FolderState.Unfinished,
                "holds what a run left that was killed while it wrote"
            );
        }
        string shown = string.Join(", ", names.Take(NamesShown).Select(Show.Quoted));
        string more = names.Length <= NamesShown ? "" : ", …";
        return new FolderLook(FolderState.Taken, $"holds other files ({shown}{more}) and no result");
    }

    private static FolderLook OfResult(Manifest found, ulong seed, string planHash, bool weights, bool csv)
    {
        if (found.Seed != seed || found.PlanHash != planHash)
        {
            string which = string.Create(
                CultureInfo.InvariantCulture,
                $"scenario {Show.Quoted(found.Scenario)}, seed {found.Seed}, plan {ResultStore.Short(found.PlanHash)}"
            );
            return new FolderLook(FolderState.Taken, $"holds another result ({which})");
        }
        if (found.Status == RunStatus.Partial)
        {
            return new FolderLook(
                FolderState.Unfinished,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"holds the first {found.Epochs} epochs of this run"
                )
            );
        }
        return Lacking(found, weights, csv) is { } lacking
            ? new FolderLook(FolderState.Unfinished, $"holds this run without {lacking}")
            : new FolderLook(FolderState.Complete, "holds this run");
    }

    private static string? Lacking(Manifest found, bool weights, bool csv)
    {
        string[] files = [.. found.Tables.Select(t => t.File)];
        return weights && !files.Contains(ResultFiles.ParquetOf("weights")) ? "weights"
            : csv && files.All(ResultFiles.IsParquet) ? "CSV files"
            : null;
    }
}
