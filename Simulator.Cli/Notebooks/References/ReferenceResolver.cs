using System.Reflection;

namespace Simulator.Cli.Notebooks.References;

/// <summary>Turns <c>#r</c> lines into loaded assemblies.</summary>
/// <param name="folder">Folder of the notebook, where relative paths begin.</param>
internal sealed class ReferenceResolver(string folder)
{
    private readonly NotebookAssemblies _assemblies = new();
    private readonly CarriedPackages _carried = CarriedPackages.OfProgram();

    /// <summary>The assemblies a line refers to.</summary>
    /// <exception cref="CellException">There is no such file or package.</exception>
    public IReadOnlyList<Assembly> Resolve(ReferenceDirective reference)
    {
        try
        {
            return reference.IsPackage ? OfPackage(reference) : [OfFile(reference)];
        }
        catch (BadImageFormatException e)
        {
            throw new CellException(reference.Line, $"#r \"{reference.Target}\": not a .NET assembly", e);
        }
    }

    private Assembly OfFile(ReferenceDirective reference)
    {
        string path = Path.GetFullPath(reference.Target, folder);
        string name = Path.GetFileNameWithoutExtension(path);
        if (!NotebookAssemblies.IsCarried(name))
        {
            if (!File.Exists(path))
            {
                throw new CellException(reference.Line, $"#r \"{reference.Target}\": no such file");
            }
            _assemblies.Know([path, .. Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll")]);
        }
        return _assemblies.Get(name);
    }

    private List<Assembly> OfPackage(ReferenceDirective reference)
    {
        IReadOnlyList<string> names;
        if (_carried.Find(reference.Package) is { } carried)
        {
            if (reference.Version.Length > 0 && reference.Version != carried.Version)
            {
                throw new CellException(
                    reference.Line,
                    $"#r \"{reference.Target}\": sim has {carried.Id} {carried.Version} with it, and one program holds one version"
                );
            }
            names = [.. _carried.AssembliesOf(carried)];
        }
        else
        {
            IReadOnlyList<string> paths = PackageRestore.AssembliesOf(reference, folder);
            _assemblies.Know(paths);
            names = [.. paths.Select(path => Path.GetFileNameWithoutExtension(path))];
        }
        return [.. names.Select(_assemblies.Get)];
    }
}
