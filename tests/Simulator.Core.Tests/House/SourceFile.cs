using System.Text.RegularExpressions;

namespace Simulator.Core.Tests.House;

/// <summary>One C# file: where it stands and what it says.</summary>
/// <param name="Path">Path from the root of the repository, with forward slashes.</param>
/// <param name="Text">The whole file.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Name of the file without its folder and ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The namespace that the folder asks for.</summary>
    public string FolderNamespace =>
        System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '.').Replace('/', '.');

    /// <summary>The namespace that the file declares; empty without one.</summary>
    public string Namespace => NamespaceLine().Match(Text).Groups["name"].Value;

    /// <summary>Types at the top level of the file, but for those that no other file can see.</summary>
    public IReadOnlyList<string> Types =>
        [.. TypeLine().Matches(Text).Select(match => match.Groups["name"].Value)];

    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>The lines without comments: a comment may speak of anything.</summary>
    public IEnumerable<(int Number, string Code)> Code =>
        Text.Split('\n').Select((line, i) => (i + 1, Comment().Replace(line, "")));

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    // Formatted files have their top-level types at the start of a line.
    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|static|abstract|readonly|ref|partial|unsafe)\s+)+(?:class|interface|enum|delegate\s+\S+|(?:record\s+)?struct|record(?:\s+class)?)\s+(?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"(?<!:)//.*$")]
    private static partial Regex Comment();
}
