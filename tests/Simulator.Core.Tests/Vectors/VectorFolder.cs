using System.IO.Compression;
using System.Text;

namespace Simulator.Core.Tests.Vectors;

/// <summary>The chain's vectors as they were handed over, found from the test's own folder upward.</summary>
internal static class VectorFolder
{
    public static string Chain { get; } = Find("chain");

    public static string Economy { get; } = Find("economy");

    public static IEnumerable<string> Lines(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using StreamReader reader = new(plain, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string Find(string name)
    {
        for (
            string? folder = AppContext.BaseDirectory;
            folder is not null;
            folder = Path.GetDirectoryName(folder)
        )
        {
            string candidate = Path.Combine(folder, "tests", "vectors", name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }
        throw new DirectoryNotFoundException($"No tests/vectors/{name} above {AppContext.BaseDirectory}");
    }
}
