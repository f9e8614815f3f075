using System.Security.Cryptography;

namespace Simulator.Core.Tests.Vectors;

/// <summary>The vectors are as they were handed over, and every file of them is read.</summary>
public sealed class VectorFilesTests
{
    private const string Sums = "SHA256SUMS";

    private static readonly string[] NotRead = ["README.md", Sums, "math/INDEX.tsv"];

    // Simulator.Scenarios.Tests reads these and has its own check that it reads each.
    private static readonly string[] ReadByVerification = ["epoch-public/", "guarantees/"];

    public static TheoryData<string> Folders => [VectorFolder.Chain, VectorFolder.Economy];

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_vector_file_was_changed_lost_or_added(string folder)
    {
        string[] expected = File.ReadAllLines(Path.Combine(folder, Sums));
        string[] found =
        [
            .. Names(folder).Where(name => name != Sums).Select(name => $"{Hash(folder, name)}  {name}"),
        ];
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Every_economy_vector_file_is_read_by_a_test() =>
        Assert.Equal(
            EconomyVectors.Files.Order(StringComparer.Ordinal),
            Names(VectorFolder.Economy).Where(name => !NotRead.Contains(name))
        );

    [Fact]
    public void Every_vector_file_is_read_by_a_test()
    {
        string[] unread =
        [
            .. Names(VectorFolder.Chain)
                .Where(name => !NotRead.Contains(name))
                .Where(name =>
                    !ReadByVerification.Any(folder => name.StartsWith(folder, StringComparison.Ordinal))
                )
                .Where(name =>
                    !MathVectorTests.Formulas.ContainsKey(
                        Path.GetFileName(name).Replace(".jsonl.gz", "", StringComparison.Ordinal)
                    )
                ),
        ];
        Assert.Empty(unread);
    }

    [Fact]
    public void The_index_of_the_math_vectors_names_each_file_and_its_number_of_lines()
    {
        string[] found =
        [
            .. MathVectorTests
                .Formulas.Keys.Order(StringComparer.Ordinal)
                .Select(name => $"{name}\t{Count(name)}"),
        ];
        Assert.Equal(File.ReadAllLines(Path.Combine(VectorFolder.Chain, "math", "INDEX.tsv")), found);
    }

    private static int Count(string name) =>
        VectorFolder.Lines(Path.Combine(VectorFolder.Chain, "math", $"{name}.jsonl.gz")).Count();

    private static IEnumerable<string> Names(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string Hash(string folder, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))));
}
