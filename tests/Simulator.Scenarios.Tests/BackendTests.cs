using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Tests.Results;

namespace Simulator.Scenarios.Tests;

/// <summary>Whole runs on kernels, by ILGPU's stand-in for a device, beside the same runs on the processor.</summary>
public sealed class BackendTests : IDisposable
{
    private const string Subnet = """
        schema: sim/v1
        name: tiny
        seed: 3
        epochs: 4
        task: digits
        subnet: { max_allowed_uids: 64, yuma3_enabled: YUMA3, liquid_alpha_enabled: true }
        validators:
          - { name: validators, count: 3, strategy: honest, stake: 1000 alpha }
        miners:
          - { name: able, count: 2, hidden: 16, compute: 4 MFLOP }
          - { name: guessers, count: 2, strategy: random }

        """;

    private const string Map = """
        schema: sim/v1
        name: map
        seed: 5
        retention: { honest_stakes: [0.6], honest_steps: 3, cabal_steps: 2, nodes: 30, validators: 6 }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-backend-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Kernels_leave_the_result_that_the_processor_leaves(string yuma3) =>
        AssertSameResult(Subnet.Replace("YUMA3", yuma3, StringComparison.Ordinal), threads: 1);

    [Fact]
    public void Threads_take_turns_at_one_device() => AssertSameResult(Map, threads: 3);

    private void AssertSameResult(string text, int threads)
    {
        using EpochExecutions device = new(GpuDevice.Processor());
        using EpochExecutions processor = new(Backend.Cpu);
        string[] expected = Files(text, threads, processor);

        Assert.Equal(
            expected.Select(Neutral).Select(Convert.ToHexString),
            Files(text, threads, device).Select(Neutral).Select(Convert.ToHexString)
        );
        Assert.Contains(expected, file => Path.GetFileName(file) == ResultFiles.Manifest);
    }

    private string[] Files(string text, int threads, EpochExecutions executions)
    {
        string folder = Path.Combine(_folder.FullName, executions.Name);
        RunResult result = Runner.Run(
            ScenarioFile.Parse(text),
            threads,
            recordWeights: true,
            executions: executions,
            cancel: TestContext.Current.CancellationToken
        );
        ResultStore.Write(folder, result, SampleRun.Times, new ResultOptions { Csv = true });
        Assert.Contains(
            $"\"execution\": \"{executions.Name}\"",
            File.ReadAllText(Path.Combine(folder, ResultFiles.Manifest)),
            StringComparison.Ordinal
        );
        return [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];
    }

    /// <summary>What a file holds, without the one word that names the backend.</summary>
    private static byte[] Neutral(string file) =>
        Path.GetFileName(file) == ResultFiles.Manifest
            ? System.Text.Encoding.UTF8.GetBytes(
                File.ReadAllText(file)
                    .Replace("\"execution\": \"gpu\"", "\"execution\": \"cpu\"", StringComparison.Ordinal)
            )
            : File.ReadAllBytes(file);
}
