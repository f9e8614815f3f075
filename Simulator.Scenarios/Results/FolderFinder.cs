using System.Globalization;
using Simulator.Core.Metrics;
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
            throw new ResultException(
                folder,
                file == folder ? "is a file, not a folder" : $"cannot be made: {file} is a file"
            );
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
            Manifest found = ResultReader.ReadManifest(folder);
            return IsOther(found, seed, planHash)
                ?? IsUnfinished(folder, found, weights, csv)
                ?? new FolderLook(FolderState.Complete, "holds this run");
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

    private static FolderLook? IsOther(Manifest found, ulong seed, string planHash)
    {
        if (found.Seed == seed && found.PlanHash == planHash)
        {
            return null;
        }
        string which = string.Create(
            CultureInfo.InvariantCulture,
            $"scenario {Show.Quoted(found.Scenario)}, seed {found.Seed}, plan {ResultStore.Short(found.PlanHash)}"
        );
        return new FolderLook(FolderState.Taken, $"holds another result ({which})");
    }

    private static FolderLook? IsUnfinished(string folder, Manifest found, bool weights, bool csv)
    {
        string? what =
            found.Status == RunStatus.Partial ? Part(found)
            : found.Version != Manifest.ThisVersion ? $"holds this run by version {found.Version}"
            : csv && found.Tables.All(t => ResultFiles.IsParquet(t.File)) ? "holds this run without CSV files"
            : weights && !HasAllWeights(folder, found) ? "holds this run without the weights of every epoch"
            : null;
        return what is null ? null : new FolderLook(FolderState.Unfinished, what);
    }

    private static string Part(Manifest found) =>
        string.Create(CultureInfo.InvariantCulture, $"holds the first {found.Epochs} epochs of this run");

    /// <summary>Whether weights of earlier epochs are there; those of the last one every run keeps.</summary>
    private static bool HasAllWeights(string folder, Manifest found)
    {
        string file = ResultFiles.ParquetOf(ResultTables.Weights().Name);
        if (found.Tables.FirstOrDefault(t => t.File == file) is not { } weights)
        {
            return false;
        }
        ReadOnlySpan<long> epochs = ResultReader.ReadTable(folder, weights)["epoch"].Values<long>();
        return found.Epochs <= 1 || (epochs.Length > 0 && epochs[0] != epochs[^1]);
    }
}
