using System.Reflection;
using System.Runtime.Loader;

namespace Simulator.Cli.Notebooks.References;

/// <summary>The assemblies one notebook refers to, in a load context of its own.</summary>
/// <remarks>
/// One copy of an assembly per notebook, or its types stop being equal: what this program carries is never loaded again,
/// and assemblies ask for each other by simple name, because packages are built against other versions of their
/// dependencies than those that restore chooses.
/// </remarks>
internal sealed class NotebookAssemblies() : AssemblyLoadContext("notebook")
{
    private static readonly Dictionary<string, string> Carried = Trusted();

    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Paths of the assemblies of the framework.</summary>
    public static IEnumerable<string> Framework
    {
        get
        {
            string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
            return Carried.Values.Where(path => Path.GetDirectoryName(path) == folder);
        }
    }

    /// <summary>Whether this program has the assembly with it.</summary>
    public static bool IsCarried(string name) => Carried.ContainsKey(name);

    /// <summary>Makes assemblies known, so that others can ask for them.</summary>
    public void Know(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            _known.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }
    }

    /// <summary>The assembly of a simple name: the carried one, else the known one.</summary>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    /// <exception cref="BadImageFormatException">The known file is no assembly.</exception>
    public Assembly Get(string name) => LoadFromAssemblyName(new(name));

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (IsCarried(name))
        {
            return Default.LoadFromAssemblyName(new(name));
        }
        return _known.TryGetValue(name, out string? path) ? LoadFromAssemblyPath(path) : null;
    }

    private static Dictionary<string, string> Trusted()
    {
        string list = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
    }
}
