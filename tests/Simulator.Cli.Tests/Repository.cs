namespace Simulator.Cli.Tests;

/// <summary>Finds files of the repository from wherever the tests were built to.</summary>
internal static class Repository
{
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Sim.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }
        return folder ?? throw new DirectoryNotFoundException($"No Sim.sln above {AppContext.BaseDirectory}");
    }
}
