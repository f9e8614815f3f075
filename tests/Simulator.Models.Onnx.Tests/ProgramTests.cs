using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Simulator.Models.Onnx.Tests;

/// <summary>The program as a shell starts it: it brings its runtime along.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task The_program_is_sim_with_onnx_added()
    {
        using OnnxFolder folder = new();
        folder.With("mine.onnx", Networks.Constant(3, -1, 64));
        string scenario = folder.Scenario(
            """
            epochs: 1
            task: digits
            validators: [{ name: validators, stake: 100 alpha }]
            miners: [{ name: mine, model: onnx, onnx: { files: [mine.onnx] } }]
            """
        );
        string host = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        ProcessStartInfo start = new(Path.GetFullPath(host))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            string word in (string[])
                [Path.Combine(AppContext.BaseDirectory, "sim-onnx.dll"), "check", scenario]
        )
        {
            start.ArgumentList.Add(word);
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await error);
        Assert.StartsWith("mine: no mistakes; seed 1, 1 epochs, plan ", output, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
    }
}
