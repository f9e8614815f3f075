using Simulator.Scenarios.Files;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios;

/// <summary>Reads scenarios from files and from the library.</summary>
public static class ScenarioFile
{
    // Where editors find the schema from the library's own folder; from anywhere else the path leads nowhere.
    private const string SchemaLine = "# yaml-language-server: ";
    private const string EndOfSchemaLine = "\n#\n";

    /// <summary>Names of the scenarios that come along, in ordinal order.</summary>
    public static IReadOnlyList<string> LibraryNames => ScenarioSource.LibraryNames;

    /// <summary>A scenario with all it extends.</summary>
    /// <param name="pathOrName">A file, or the name of a scenario of the library.</param>
    /// <param name="sets">Overrides such as <c>subnet.kappa=0.6</c>, applied in order.</param>
    /// <param name="seed">A seed in place of the file's own; null keeps that.</param>
    /// <exception cref="ScenarioException">The scenario has mistakes; all of them are listed.</exception>
    public static Scenario Load(string pathOrName, IReadOnlyList<string> sets, ulong? seed = null)
    {
        if (ScenarioSource.Find(pathOrName) is { } source)
        {
            return ScenarioReader.Read(source, sets, seed);
        }
        throw new Problems().Fatal(
            new Place(Show.Quoted(pathOrName), 0, 0),
            "",
            $"neither a scenario of the library nor a file{NearNames.Hint(pathOrName, LibraryNames)}"
        );
    }

    /// <summary>A scenario from its text; it can extend scenarios of the library only.</summary>
    /// <param name="text">The text of a scenario file.</param>
    /// <param name="shown">Its name in messages.</param>
    /// <exception cref="ScenarioException">The scenario has mistakes; all of them are listed.</exception>
    public static Scenario Parse(string text, string shown = "scenario") =>
        ScenarioReader.Read(new(shown, null) { Text = text }, [], null);

    /// <summary>The text of a scenario of the library, without the line that names its schema to editors.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The library has none of that name.</exception>
    public static string LibraryText(string name)
    {
        string text =
            ScenarioSource.Library(name)?.Read(new())
            ?? throw new ArgumentException(
                $"The library has no '{name}'{NearNames.Hint(name, LibraryNames)}",
                nameof(name)
            );
        return text.StartsWith(SchemaLine, StringComparison.Ordinal)
            ? text[(text.IndexOf(EndOfSchemaLine, StringComparison.Ordinal) + EndOfSchemaLine.Length)..]
            : text;
    }

    /// <summary>The JSON Schema of scenario files, from which editors complete and check; ends with a line feed.</summary>
    public static string Schema() => ScenarioSchema.Text();
}
