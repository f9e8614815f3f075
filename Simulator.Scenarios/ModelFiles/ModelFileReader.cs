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
        if (FileBeside.Find(name, place, scenario, out complaint) is not { } found)
        {
            return null;
        }
        Complaints complaints = new(found.Full);
        if (SourceFile.Read(complaints) is { } file)
        {
            return new(name, file.Origin().Sha256, file.Bytes);
        }
        complaint = $"{Show.Quoted(name)}: {complaints.All.First().Message}";
        return null;
    }
}
