using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Compressed;
using Simulator.Scenarios.Verification;

namespace Simulator.Scenarios.Tests.Verification;

/// <summary>The epoch against the chain's own, bit for bit.</summary>
public sealed class ChainVectorTests
{
    /// <summary>A folder shaped as the chain's golden data, with sets that are too large for the repository.</summary>
    private static readonly string? Golden = Environment.GetEnvironmentVariable("SIM_GOLDEN");

    [Fact]
    public void Every_case_and_every_intermediate_result_agrees()
    {
        EpochVerificationReport report = EpochVerification.Run([ChainVectors.Stages, ChainVectors.Cases]);
        AssertAgrees(report);
        Assert.Equal(
            (508, 5588, 5709, 0),
            (report.Cases, report.Fields, report.Stages, report.StagesWithoutCase)
        );
    }

    [Fact]
    public void Every_trajectory_agrees()
    {
        EpochVerificationReport report = EpochVerification.Run([ChainVectors.Trajectories]);
        AssertAgrees(report);
        Assert.Equal((12, 480, 5280), (report.Trajectories, report.Epochs, report.Fields));
    }

    [Fact]
    public void Two_cases_of_the_consensus_guarantee_agree()
    {
        EpochVerificationReport report = EpochVerification.Run([ChainVectors.Guarantees]);
        AssertAgrees(report);
        Assert.Equal((2, 22), (report.Cases, report.Fields));
    }

    [Fact]
    public void All_cases_of_the_consensus_guarantee_agree()
    {
        string path = GoldenFile("chain/guarantees/consensus_guarantee_cases.jsonl.gz");
        EpochVerificationReport report = EpochVerification.Run([path]);
        AssertAgrees(report);
        Assert.Equal((18, 198), (report.Cases, report.Fields));
    }

    [Fact]
    public void Every_other_epoch_file_of_the_golden_data_agrees()
    {
        string folder = GoldenFile("chain");
        string[] files =
        [
            .. Directory
                .EnumerateFiles(folder, "*.jsonl.gz", SearchOption.AllDirectories)
                .Where(path =>
                    Path.GetFileName(Path.GetDirectoryName(path)!)
                        .StartsWith("epoch-", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];
        EpochVerificationReport report = EpochVerification.Run(files);
        AssertAgrees(report);
        TestContext.Current.SendDiagnosticMessage(
            $"SIM_GOLDEN: {files.Length} epoch files, {report.Fields} fields agree"
        );
    }

    [Theory]
    [MemberData(nameof(Executions))]
    public void Every_execution_in_columns_agrees_on_all_of_it(string name)
    {
        LaneEpoch epoch = new(ColumnExecutions.All().Single(x => x.Name == name));
        EpochVerificationReport report = EpochVerification.Run(
            [ChainVectors.Cases, ChainVectors.Trajectories, ChainVectors.Guarantees],
            epoch
        );
        AssertAgrees(report);
        Assert.Equal((510, 480, 0), (report.Cases, report.Epochs, report.Stages));
    }

    [Theory]
    [MemberData(nameof(CompressedNames))]
    public void Every_execution_in_compressed_columns_agrees_on_all_of_it(string name)
    {
        ICompressedColumns compressed = CompressedExecutions.All().Single(x => x.Name == name);
        LaneEpoch epoch = new(ColumnExecutions.Best(), new(compressed, densest: double.PositiveInfinity));
        EpochVerificationReport report = EpochVerification.Run(
            [ChainVectors.Cases, ChainVectors.Trajectories, ChainVectors.Guarantees],
            epoch
        );
        AssertAgrees(report);
        Assert.Equal((510, 480, 0), (report.Cases, report.Epochs, report.Stages));
    }

    [Fact]
    public void Every_vector_file_of_the_epoch_is_read_by_a_test()
    {
        string[] read =
        [
            ChainVectors.Cases,
            ChainVectors.Stages,
            ChainVectors.Trajectories,
            ChainVectors.Guarantees,
        ];
        string[] found =
        [
            .. Directory.EnumerateFiles(Path.Combine(ChainVectors.Folder, "epoch-public")),
            .. Directory.EnumerateFiles(Path.Combine(ChainVectors.Folder, "guarantees")),
        ];
        Assert.Equal(read.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Executions => [.. ColumnExecutions.All().Select(x => x.Name)];

    public static TheoryData<string> CompressedNames => [.. CompressedExecutions.All().Select(x => x.Name)];

    private static string GoldenFile(string path)
    {
        if (Golden is null)
        {
            Assert.Skip($"SIM_GOLDEN is not set: {path} is not compared");
        }
        string full = Path.Combine(Golden, path);
        if (!Path.Exists(full))
        {
            Assert.Skip($"SIM_GOLDEN has no {path}");
        }
        return full;
    }

    private static void AssertAgrees(EpochVerificationReport report)
    {
        using StringWriter text = new();
        report.WriteTo(text, text);
        Assert.True(report.ExitCode == 0, text.ToString());
    }
}
