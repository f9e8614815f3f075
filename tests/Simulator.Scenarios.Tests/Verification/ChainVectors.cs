using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Tests.Verification;

/// <summary>The chain's epoch vectors, and lines of them to change.</summary>
internal static class ChainVectors
{
    public static string Folder { get; } = Find();

    public static string Cases => Path.Combine(Folder, "epoch-public", "cases.jsonl.gz");

    public static string Stages => Path.Combine(Folder, "epoch-public", "stages.jsonl.gz");

    public static string Trajectories => Path.Combine(Folder, "epoch-public", "trajectories.jsonl.gz");

    public static string Guarantees =>
        Path.Combine(Folder, "guarantees", "two_consensus_guarantee_cases.jsonl.gz");

    /// <summary>The line of a file with an id.</summary>
    public static JsonNode Line(string path, string id)
    {
        using GZipStream plain = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(plain, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Contains($"\"{id}\"", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line)!;
            }
        }
        throw new KeyNotFoundException($"{path} has no line '{id}'");
    }

    private static string Find()
    {
        for (
            string? folder = AppContext.BaseDirectory;
            folder is not null;
            folder = Path.GetDirectoryName(folder)
        )
        {
            string candidate = Path.Combine(folder, "tests", "vectors", "chain");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }
        throw new DirectoryNotFoundException($"No tests/vectors/chain above {AppContext.BaseDirectory}");
    }
}
