using System.Collections.Immutable;

namespace Simulator.Cli.Notebooks.References;

/// <summary>A package that this program has with it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Assemblies">Simple names of its own assemblies.</param>
/// <param name="Dependencies">Names of the packages it needs.</param>
internal sealed record CarriedPackage(
    string Id,
    string Version,
    ImmutableArray<string> Assemblies,
    ImmutableArray<string> Dependencies
);
