using Simulator.Cli;
using Simulator.Scenarios.ModelFiles;

// What opens models is one in the whole process, and a test counts what it holds.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Simulator.Models.Onnx.Tests;

/// <summary>A folder with a scenario and its models, and the program that reads it.</summary>
internal sealed class OnnxFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onnx-");

    /// <summary>What opens models in the whole process, as it does in the program.</summary>
    public static OnnxSource Source { get; } = Installed();

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Puts a network beside the scenario.</summary>
    public OnnxFolder With(string name, OnnxWriter network) => With(name, network.ToFile());

    /// <summary>Puts a file beside the scenario.</summary>
    public OnnxFolder With(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this;
    }

    /// <summary>Writes the scenario: what stands beside its name.</summary>
    /// <returns>Its path.</returns>
    public string Scenario(string text)
    {
        File.WriteAllText(this["mine.yaml"], $"schema: sim/v1\nname: mine\n{text}\n");
        return this["mine.yaml"];
    }

    /// <summary>What the program says of a command line, with the folder's path left out.</summary>
    public (int Code, string Out, string Error) Run(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        _ = Source;
        int code = CommandLine.Run(args, new Terminal(output, error));
        return (code, Bare(output), Bare(error));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static OnnxSource Installed()
    {
        OnnxSource source = new();
        ModelSources.Onnx = source;
        return source;
    }

    private string Bare(StringWriter text) =>
        text.ToString().Replace(_folder.FullName + "/", "", StringComparison.Ordinal);
}
