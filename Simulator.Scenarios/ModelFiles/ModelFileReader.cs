using Simulator.Scenarios.Files;
using Simulator.Scenarios.Metagraphs;

namespace Simulator.Scenarios.ModelFiles;

/// <summary>Reads the files of models that a scenario names: they lie below the folder of the file that names them.</summary>
/// <param name="scenario">The scenario's own source.</param>
internal sealed class ModelFileReader(ScenarioSource scenario)
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">The path as written.</param>
    /// <param name="place">Where it is written.</param>
    /// <param name="complaint">What is wrong, where nothing was read.</param>
    public ModelFile? Read(string name, Place place, out string complaint)
    {
        complaint = "";
        // A parent's file stands where the parent does.
        string? writer = place.Line == 0 || place.File == scenario.Shown ? scenario.File : place.File;
        if (writer is null || !File.Exists(writer))
        {
            complaint = $"{Show.Quoted(name)}: only a scenario file can name a file beside it";
            return null;
        }
        string folder = Path.GetDirectoryName(Path.GetFullPath(writer))!;
        if (FolderGuard.Complaint(folder, name) is { } outside)
        {
            complaint = $"{Show.Quoted(name)}: {outside}";
            return null;
        }
        Complaints complaints = new(Path.Combine(folder, name));
        if (SourceFile.Read(complaints) is { } file)
        {
            return new(name, file.Origin().Sha256, file.Bytes);
        }
        complaint = $"{Show.Quoted(name)}: {complaints.All.First().Message}";
        return null;
    }
}
