using System.Collections.Immutable;
using Simulator.Scenarios.Metagraphs.Csv;
using Simulator.Scenarios.Metagraphs.Dumps;
using Simulator.Scenarios.Metagraphs.Replays;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>Reads the files of an import, one after the other, each once.</summary>
internal sealed class ImportReader
{
    private readonly ImmutableArray<string> _files;
    private readonly Complaints[] _complaints;
    private readonly List<FileOrigin> _origins = [];
    private readonly List<(string File, Snapshot Snapshot)> _snapshots = [];
    private readonly List<SourceFile> _tables = [];
    private Metagraph? _series;
    private long _weights;

    private ImportReader(ImmutableArray<string> files)
    {
        _files = files;
        _complaints = [.. files.Select(file => new Complaints(file))];
    }

    /// <summary>Reads files.</summary>
    /// <exception cref="MetagraphException">Some of them cannot be used; it has the mistakes of all.</exception>
    public static ImportedFiles Read(ImmutableArray<string> files)
    {
        ImportReader reader = new(files);
        for (int i = 0; i < files.Length; i++)
        {
            if (files.IndexOf(files[i]) < i)
            {
                reader._complaints[i].Add("", "it is named twice");
            }
            else if (SourceFile.Read(reader._complaints[i]) is { } file)
            {
                reader._origins.Add(file.Origin());
                reader.Take(file, reader._complaints[i]);
            }
        }
        return reader.Finish();
    }

    private void Take(SourceFile file, Complaints complaints)
    {
        switch (Path.GetExtension(file.Name).ToLowerInvariant())
        {
            case ".pt":
                Keep(DumpReader.Read(file, complaints), complaints);
                break;
            case ".csv":
                TakeTable(file, complaints);
                break;
            case ".json" when _files.Length > 1:
                complaints.Add("", "a .json file holds all epochs of a series and is imported alone");
                break;
            case ".json":
                _series = ReplayReader.Read(file, complaints);
                break;
            default:
                complaints.Add("", "its name does not end in .pt, .csv or .json");
                break;
        }
    }

    /// <summary>Keeps the first of two tables until the second is there.</summary>
    private void TakeTable(SourceFile file, Complaints complaints)
    {
        bool isNeurons = file.Name.EndsWith(CsvPair.Neurons, StringComparison.Ordinal);
        if (!isNeurons && !file.Name.EndsWith(CsvPair.Weights, StringComparison.Ordinal))
        {
            complaints.Add("", $"a table is called NAME{CsvPair.Neurons} or NAME{CsvPair.Weights}");
            return;
        }
        string name = file.Name[..^(isNeurons ? CsvPair.Neurons : CsvPair.Weights).Length];
        string other = name + (isNeurons ? CsvPair.Weights : CsvPair.Neurons);
        if (_files.IndexOf(other) is var place && place < 0)
        {
            complaints.Add("", $"it belongs to {other}, which is not among the files");
        }
        else if (_tables.FindIndex(table => table.Name == other) is var first && first < 0)
        {
            _tables.Add(file);
        }
        else
        {
            SourceFile earlier = _tables[first];
            _tables.RemoveAt(first);
            Keep(
                isNeurons
                    ? CsvPair.Read(file, earlier, complaints, _complaints[place])
                    : CsvPair.Read(earlier, file, _complaints[place], complaints),
                complaints
            );
        }
    }

    private void Keep(Snapshot? snapshot, Complaints complaints)
    {
        if (snapshot is null)
        {
            return;
        }
        _weights += snapshot.Weights.Length;
        if (_weights > MetagraphLimits.Weights)
        {
            complaints.Add(
                "",
                $"with this file there are more than {MetagraphLimits.Weights} weights: import fewer files at once"
            );
            return;
        }
        _snapshots.Add((complaints.File, snapshot));
    }

    private ImportedFiles Finish()
    {
        (string File, Snapshot Snapshot)[] ordered = [.. _snapshots.OrderBy(s => s.Snapshot.Block)];
        MetagraphProblem[] problems = [.. _complaints.SelectMany(c => c.All), .. Mismatches(ordered)];
        return problems.Length == 0
            ? new([.. _origins], [.. ordered.Select(s => s.Snapshot)], _series)
            : throw new MetagraphException(problems);
    }

    private static IEnumerable<MetagraphProblem> Mismatches((string File, Snapshot Snapshot)[] ordered)
    {
        for (int i = 1; i < ordered.Length; i++)
        {
            (string firstFile, Snapshot first) = ordered[0];
            (string file, Snapshot snapshot) = ordered[i];
            if (snapshot.NetUid != first.NetUid)
            {
                yield return new(
                    file,
                    "netuid",
                    $"it is {snapshot.NetUid}, and {first.NetUid} in {firstFile}: all files must be of one subnet"
                );
            }
            if (snapshot.Block == ordered[i - 1].Snapshot.Block)
            {
                yield return new(file, "block", $"it is {snapshot.Block}, as in {ordered[i - 1].File}");
            }
        }
    }
}
