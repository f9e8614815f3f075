namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>The files of a golden folder, by their paths in it.</summary>
internal sealed class GoldenFolder
{
    private readonly string _root;

    private GoldenFolder(string root, IReadOnlyList<string> files)
    {
        _root = root;
        Files = files;
    }

    /// <summary>The paths, with <c>/</c>, in ordinal order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Lists a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <exception cref="IOException">It cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public static GoldenFolder Open(string root)
    {
        List<string> files = [];
        foreach (string folder in (string[])["", "cases", "builtin", "random"])
        {
            string path = Path.Combine(root, folder);
            if (Directory.Exists(path))
            {
                files.AddRange(
                    Directory
                        .EnumerateFiles(path)
                        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                );
            }
        }
        files.Sort(StringComparer.Ordinal);
        return new(root, files);
    }

    /// <summary>The files whose path starts and ends so, before <c>.gz</c>.</summary>
    public IEnumerable<string> Named(string start, string end) =>
        Files.Where(file =>
            file.StartsWith(start, StringComparison.Ordinal)
            && (
                file.EndsWith(end, StringComparison.Ordinal)
                || file.EndsWith($"{end}.gz", StringComparison.Ordinal)
            )
        );

    /// <summary>Name of a file without folders and endings.</summary>
    public static string Stem(string file) => file[(file.LastIndexOf('/') + 1)..].Split('.')[0];

    /// <summary>Reads a file; false, with a problem noted, when that cannot be done.</summary>
    /// <param name="file">Path in the folder.</param>
    /// <param name="report">Takes the problem.</param>
    /// <param name="read">Reads the file at a path.</param>
    public bool TryRead(string file, YumaVerificationReport report, Action<string> read)
    {
        try
        {
            read(Path.Combine(_root, file));
            return true;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            report.AddProblem(file, null, e.Message);
            return false;
        }
    }
}
