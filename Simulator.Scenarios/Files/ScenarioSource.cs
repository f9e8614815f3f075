using System.Text;

namespace Simulator.Scenarios.Files;

/// <summary>Where a scenario's text comes from: a file, or the library inside this assembly.</summary>
/// <param name="Shown">Its name in messages.</param>
/// <param name="File">The file to open; nothing for a library scenario.</param>
internal sealed record ScenarioSource(string Shown, string? File)
{
    private const string Prefix = "library/";
    private const string Suffix = ".yaml";

    /// <summary>Names of the library's scenarios, in ordinal order.</summary>
    public static IReadOnlyList<string> LibraryNames { get; } =
    [
        .. typeof(ScenarioSource)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text itself, where it comes from neither a file nor the library.</summary>
    public string? Text { get; init; }

    /// <summary>What two sources share exactly when they are the same text.</summary>
    public string Identity => File is null ? Shown : FolderGuard.RealPath(File) ?? File;

    /// <summary>Whether a word means a path rather than a library name.</summary>
    public static bool IsPath(string word) =>
        word.Contains('/')
        || word.Contains('\\')
        || word.EndsWith(".yaml", StringComparison.Ordinal)
        || word.EndsWith(".yml", StringComparison.Ordinal);

    /// <summary>The library scenario of that name, or nothing.</summary>
    public static ScenarioSource? Library(string name) =>
        LibraryNames.Contains(name, StringComparer.Ordinal) ? new(Prefix + name + Suffix, null) : null;

    /// <summary>What a user names: a library scenario, else a path, else a file without a suffix.</summary>
    /// <returns>The source, or nothing when there is neither a library scenario nor a file of that name.</returns>
    public static ScenarioSource? Find(string pathOrName) =>
        Library(pathOrName) is { } library ? library
        : IsPath(pathOrName) ? new(pathOrName, pathOrName)
        : System.IO.File.Exists(pathOrName) ? new(pathOrName, pathOrName)
        : null;

    /// <summary>The text.</summary>
    /// <exception cref="ScenarioException">There is no readable text.</exception>
    public string Read(Problems problems)
    {
        if (Text is not null)
        {
            return Text;
        }
        if (File is not null)
        {
            return ScenarioText.ReadFile(File, Shown, problems);
        }
        using var stream = typeof(ScenarioSource).Assembly.GetManifestResourceStream(Shown)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
