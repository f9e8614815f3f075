using System.Collections.Immutable;
using Simulator.Scenarios.Metagraphs.Csv;
using Simulator.Scenarios.Metagraphs.Dumps;
using Simulator.Scenarios.Metagraphs.Replays;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>What files hold: snapshots of one subnet, or one series.</summary>
/// <param name="Origins">The files, in the order given.</param>
/// <param name="Snapshots">Snapshots with the file of each, by block; none when a series was read.</param>
/// <param name="Series">The series; null when snapshots were read.</param>
internal sealed record ImportedFiles(
    ImmutableArray<FileOrigin> Origins,
    ImmutableArray<(string File, Snapshot Snapshot)> Snapshots,
    Metagraph? Series
)
{
    /// <summary>Reads files.</summary>
    /// <exception cref="MetagraphException">Some of them cannot be used; it has the mistakes of all.</exception>
    public static ImportedFiles Read(IReadOnlyList<string> files)
    {
        Complaints[] complaints = [.. files.Select(file => new Complaints(file))];
        List<FileOrigin> origins = [];
        List<(string File, Snapshot Snapshot)> snapshots = [];
        Metagraph? series = null;
        for (int i = 0; i < files.Count; i++)
        {
            if (Array.IndexOf([.. files], files[i]) < i)
            {
                complaints[i].Add("", "it is named twice");
                continue;
            }
            if (SourceFile.Read(complaints[i]) is not { } file)
            {
                continue;
            }
            origins.Add(file.Origin());
            Snapshot? snapshot = null;
            switch (Path.GetExtension(file.Name).ToLowerInvariant())
            {
                case ".pt":
                    snapshot = DumpReader.Read(file, complaints[i]);
                    break;
                case ".json":
                    series = ReplayReader.Read(file, complaints[i]);
                    CheckAlone(files, complaints[i]);
                    break;
                case ".csv":
                    snapshot = Pair(file, files, complaints, i);
                    break;
                default:
                    complaints[i].Add("", "its name does not end in .pt, .csv or .json");
                    break;
            }
            if (snapshot is not null)
            {
                snapshots.Add((file.Name, snapshot));
            }
        }
        MetagraphProblem[] problems = [.. complaints.SelectMany(c => c.All)];
        if (problems.Length > 0)
        {
            throw new MetagraphException(problems);
        }
        return new([.. origins], Ordered(snapshots), series);
    }

    private static void CheckAlone(IReadOnlyList<string> files, Complaints complaints)
    {
        if (files.Count > 1)
        {
            complaints.Add("", "a .json file holds all epochs of a series and is imported alone");
        }
    }

    /// <summary>The snapshot of two tables, read when the one of the neurons comes up.</summary>
    private static Snapshot? Pair(
        SourceFile file,
        IReadOnlyList<string> files,
        Complaints[] complaints,
        int index
    )
    {
        bool isNeurons = file.Name.EndsWith(CsvPair.Neurons, StringComparison.Ordinal);
        if (!isNeurons && !file.Name.EndsWith(CsvPair.Weights, StringComparison.Ordinal))
        {
            complaints[index].Add("", $"a table is called NAME{CsvPair.Neurons} or NAME{CsvPair.Weights}");
            return null;
        }
        string name = file.Name[..^(isNeurons ? CsvPair.Neurons : CsvPair.Weights).Length];
        string other = name + (isNeurons ? CsvPair.Weights : CsvPair.Neurons);
        int otherIndex = Array.IndexOf([.. files], other);
        if (otherIndex < 0)
        {
            complaints[index].Add("", $"it belongs to {other}, which is not among the files");
            return null;
        }
        return isNeurons && SourceFile.Read(new Complaints(other)) is { } weights
            ? CsvPair.Read(file, weights, complaints[index], complaints[otherIndex])
            : null;
    }

    /// <summary>Snapshots by block.</summary>
    private static ImmutableArray<(string File, Snapshot Snapshot)> Ordered(
        List<(string File, Snapshot Snapshot)> snapshots
    )
    {
        List<MetagraphProblem> problems = [];
        (string File, Snapshot Snapshot)[] ordered = [.. snapshots.OrderBy(s => s.Snapshot.Block)];
        for (int i = 1; i < ordered.Length; i++)
        {
            (string firstFile, Snapshot first) = ordered[0];
            (string file, Snapshot snapshot) = ordered[i];
            if (snapshot.NetUid != first.NetUid)
            {
                problems.Add(
                    new(
                        file,
                        "netuid",
                        $"it is {snapshot.NetUid}, and {first.NetUid} in {firstFile}: all files must be of one subnet"
                    )
                );
            }
            if (snapshot.Block == ordered[i - 1].Snapshot.Block)
            {
                problems.Add(new(file, "block", $"it is {snapshot.Block}, as in {ordered[i - 1].File}"));
            }
        }
        if (ordered.Sum(s => (long)s.Snapshot.Weights.Length) > MetagraphLimits.Weights)
        {
            problems.Add(
                new(
                    ordered[^1].File,
                    "",
                    $"with this file there are more than {MetagraphLimits.Weights} weights: import fewer files at once"
                )
            );
        }
        return problems.Count == 0 ? [.. ordered] : throw new MetagraphException(problems);
    }
}
