using Simulator.Scenarios.Files;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Replays;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios.Sections;

/// <summary>What <c>replay.source</c> names: a case of the library, or a replay file beside the scenario.</summary>
/// <param name="Series">Stakes and weights.</param>
/// <param name="Sha256">SHA-256 of the file, in hex; null for a case of the library.</param>
internal sealed record ReplaySource(Metagraph Series, string? Sha256)
{
    private const string Path = "replay.source";

    /// <summary>Reads it; nothing after noting every mistake of it.</summary>
    /// <param name="word">What the scenario names.</param>
    /// <param name="place">Where it does.</param>
    /// <param name="scenario">The scenario's own source.</param>
    /// <param name="problems">Takes the mistakes found.</param>
    public static ReplaySource? Read(string word, Place place, ScenarioSource scenario, Problems problems)
    {
        if (ReplayCases.Find(word) is { } known)
        {
            return new(known, null);
        }
        // A parent's file stands where the parent does.
        string? writer = place.Line == 0 || place.File == scenario.Shown ? scenario.File : place.File;
        if (writer is null || !File.Exists(writer))
        {
            problems.Add(
                place,
                Path,
                $"the library has no case {Show.Quoted(word)}, and only a scenario file can name a file beside it{NearNames.Question(word, ReplayCases.Names)}"
            );
            return null;
        }
        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(writer))!;
        if (FolderGuard.Complaint(folder, word) is { } complaint)
        {
            problems.Add(place, Path, $"{Show.Quoted(word)}: {complaint}");
            return null;
        }
        string full = System.IO.Path.Combine(folder, word);
        if (!File.Exists(full))
        {
            problems.Add(
                place,
                Path,
                $"{Show.Quoted(word)} is neither a case of the library nor a file beside this one{NearNames.Question(word, ReplayCases.Names)}"
            );
            return null;
        }
        string shown = System.IO.Path.GetDirectoryName(writer) is { Length: > 0 } parent
            ? $"{parent}/{word}"
            : word;
        return OfFile(full, shown, problems);
    }

    private static ReplaySource? OfFile(string full, string shown, Problems problems)
    {
        Complaints complaints = new(full);
        SourceFile? file = SourceFile.Read(complaints);
        Metagraph? series = file is null ? null : ReplayReader.Read(file, complaints);
        foreach (MetagraphProblem found in complaints.All)
        {
            bool isJson = file is not null && found.At is null;
            (int line, int column) = found.At ?? (isJson ? JsonPlaces.Of(file!.Bytes, found.Place) : (1, 1));
            problems.Add(new(shown, line, column), isJson ? found.Place : "", found.Message);
        }
        return series is null ? null : new(series, file!.Origin().Sha256);
    }
}
