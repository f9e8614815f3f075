using System.Text.Json;

namespace Simulator.Cli.Notebooks.References;

/// <summary>The packages that this program has with it, as its dependency file lists them.</summary>
/// <remarks>They are there in the repository as in the installed tool, so <c>#r "nuget: Simulator.Scenarios"</c> works in both.</remarks>
internal sealed class CarriedPackages
{
    private readonly Dictionary<string, CarriedPackage> _packages = new(StringComparer.OrdinalIgnoreCase);

    private CarriedPackages() { }

    /// <summary>Those of the running program.</summary>
    public static CarriedPackages OfProgram()
    {
        CarriedPackages carried = new();
        string files = AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "";
        foreach (string file in files.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            {
                carried.Read(File.ReadAllText(file));
            }
        }
        return carried;
    }

    /// <summary>The package of a name, or nothing.</summary>
    public CarriedPackage? Find(string id) => _packages.GetValueOrDefault(id);

    /// <summary>Simple names of the assemblies of a package and of all it needs.</summary>
    public IEnumerable<string> AssembliesOf(CarriedPackage package)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase) { package.Id };
        Queue<CarriedPackage> open = new([package]);
        while (open.TryDequeue(out CarriedPackage? next))
        {
            foreach (string assembly in next.Assemblies)
            {
                yield return assembly;
            }
            foreach (string dependency in next.Dependencies.Where(seen.Add))
            {
                if (Find(dependency) is { } needed)
                {
                    open.Enqueue(needed);
                }
            }
        }
    }

    private void Read(string dependencyFile)
    {
        using JsonDocument document = JsonDocument.Parse(dependencyFile);
        foreach (JsonProperty target in document.RootElement.GetProperty("targets").EnumerateObject())
        {
            foreach (JsonProperty library in target.Value.EnumerateObject())
            {
                string[] name = library.Name.Split('/', 2);
                _packages[name[0]] = new(
                    name[0],
                    name[^1],
                    [.. Keys(library.Value, "runtime").Select(Path.GetFileNameWithoutExtension)!],
                    [.. Keys(library.Value, "dependencies")]
                );
            }
        }
    }

    private static IEnumerable<string> Keys(JsonElement library, string member) =>
        library.TryGetProperty(member, out JsonElement entries)
            ? entries.EnumerateObject().Select(e => e.Name)
            : [];
}
