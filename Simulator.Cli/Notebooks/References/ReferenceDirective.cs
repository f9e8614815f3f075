namespace Simulator.Cli.Notebooks.References;

/// <summary>One line <c>#r "…"</c> of a cell.</summary>
/// <param name="Line">Line in the cell, from 1.</param>
/// <param name="Target">What stands between the quotes: a file, or <c>nuget: Id, Version</c>.</param>
internal sealed record ReferenceDirective(int Line, string Target)
{
    private const string Scheme = "nuget:";

    /// <summary>Whether it names a package and not a file.</summary>
    public bool IsPackage => Target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The package's name; empty for a file.</summary>
    public string Package => IsPackage ? Parts[0] : "";

    /// <summary>The package's version; empty for whatever there is.</summary>
    public string Version => IsPackage && Parts.Length > 1 ? Parts[1] : "";

    private string[] Parts => Target[Scheme.Length..].Split(',', 2, StringSplitOptions.TrimEntries);
}
