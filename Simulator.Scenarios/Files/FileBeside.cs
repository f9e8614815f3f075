namespace Simulator.Scenarios.Files;

/// <summary>A file that a scenario names by its path below the scenario's own folder.</summary>
/// <param name="Full">The file to open.</param>
/// <param name="Shown">Its name in messages.</param>
internal sealed record FileBeside(string Full, string Shown)
{
    /// <summary>The file; null and a complaint when a scenario cannot name it.</summary>
    /// <param name="word">The path as written.</param>
    /// <param name="place">Where it is written.</param>
    /// <param name="scenario">The scenario's own source.</param>
    /// <param name="complaint">What is wrong.</param>
    public static FileBeside? Find(string word, Place place, ScenarioSource scenario, out string complaint)
    {
        if (Writer(place, scenario) is not { } writer)
        {
            complaint = "only a scenario file can name a file beside it";
            return null;
        }
        string folder = Path.GetDirectoryName(Path.GetFullPath(writer))!;
        if (FolderGuard.Complaint(folder, word) is { } guarded)
        {
            complaint = $"{Show.Quoted(word)}: {guarded}";
            return null;
        }
        string full = Path.Combine(folder, word);
        if (!File.Exists(full) && !Directory.Exists(full))
        {
            complaint = $"{Show.Quoted(word)} is not a file beside this one";
            return null;
        }
        complaint = "";
        return new(full, Path.GetDirectoryName(writer) is { Length: > 0 } parent ? $"{parent}/{word}" : word);
    }

    /// <summary>The scenario file that wrote something; null where it was no file. A parent's file stands where the parent
    /// does.</summary>
    /// <param name="place">Where it is written.</param>
    /// <param name="scenario">The scenario's own source.</param>
    public static string? Writer(Place place, ScenarioSource scenario)
    {
        string? writer = place.Line == 0 || place.File == scenario.Shown ? scenario.File : place.File;
        return writer is not null && File.Exists(writer) ? writer : null;
    }
}
