namespace Simulator.Scenarios.Tests;

/// <summary>The files that tests read and write beside the code, found from the test's own folder upward.</summary>
internal static class SourceTree
{
    private static readonly string Root = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (
            string? folder = AppContext.BaseDirectory;
            folder is not null;
            folder = System.IO.Path.GetDirectoryName(folder)
        )
        {
            if (File.Exists(System.IO.Path.Combine(folder, "Sim.sln")))
            {
                return folder;
            }
        }
        throw new DirectoryNotFoundException($"No Sim.sln above {AppContext.BaseDirectory}");
    }
}
