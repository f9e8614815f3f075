namespace Simulator.Core.Tests.House;

/// <summary>The source files of the house, found from the test's own folder upward.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The C# files below a folder, by path relative to the root, in ordinal order.</summary>
    public static IReadOnlyList<SourceFile> Sources(string folder) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path)))),
        ];

    private static string FindRoot()
    {
        for (
            string? folder = AppContext.BaseDirectory;
            folder is not null;
            folder = Path.GetDirectoryName(folder)
        )
        {
            if (File.Exists(Path.Combine(folder, "Sim.sln")))
            {
                return folder;
            }
        }
        throw new DirectoryNotFoundException($"No Sim.sln above {AppContext.BaseDirectory}");
    }
}
