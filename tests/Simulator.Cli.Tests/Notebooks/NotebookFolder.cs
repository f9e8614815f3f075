using System.Text.Json;

namespace Simulator.Cli.Tests.Notebooks;

/// <summary>A folder of its own with notebooks that a test writes.</summary>
internal sealed class NotebookFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-tests-");

    public string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>Writes a notebook with these cells and returns its path.</summary>
    public string Notebook(params string[] cells) => Write("test.ipynb", Json([.. cells.Select(Code)]));

    public static object Code(string source) =>
        new
        {
            cell_type = "code",
            metadata = new { },
            source = Lines(source),
            outputs = Array.Empty<object>(),
        };

    public static object Markdown(string source) =>
        new
        {
            cell_type = "markdown",
            metadata = new { },
            source = Lines(source),
        };

    public static object OtherLanguage(string language, string source) =>
        new
        {
            cell_type = "code",
            metadata = new { polyglot_notebook = new { kernelName = language } },
            source = Lines(source),
        };

    public static string Json(params object[] cells) =>
        JsonSerializer.Serialize(
            new
            {
                cells,
                metadata = new { kernelspec = new { name = ".net-csharp" } },
                nbformat = 4,
                nbformat_minor = 5,
            }
        );

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Lines(string source)
    {
        string[] lines = source.Split('\n');
        return [.. lines.Select((line, i) => i == lines.Length - 1 ? line : line + "\n")];
    }
}
