using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests;

/// <summary>Runs that are asked to stop, and runs that are killed.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const int ProcessorSeconds = 120;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-interrupt-");
    private readonly string _out;

    public InterruptionTests()
    {
        SmallScenario.Write(_folder);
        _out = Path.Combine(_folder.FullName, "out");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_ends_the_run_at_a_whole_epoch_and_keeps_it_as_partial(string signal)
    {
        using ChildSim child = Start(epochs: 200);
        child.WaitFor("small: 50 of 200 epochs");
        child.Signal(signal);

        Sim run = child.Finish();

        Assert.Equal(130, run.ExitCode);
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(_out, "manifest.json")))!;
        int epochs = (int)manifest["epochs"]!;
        Assert.Equal("partial", (string?)manifest["status"]);
        Assert.InRange(epochs, 50, 199);
        Assert.StartsWith($"small, seed 7: partial, {epochs} epochs\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"\nsmall: interrupted after {epochs} of 200 epochs in ",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(epochs + 1, File.ReadLines(Path.Combine(_out, "epochs.csv")).Count());
    }

    [Fact]
    public void A_signal_before_the_first_epoch_leaves_a_partial_result_of_none()
    {
        using ChildSim child = Start(epochs: 1_000_000);
        child.WaitFor("small: 0 of 1000000 epochs");
        child.Signal("INT");

        Assert.Equal(130, child.Finish().ExitCode);
        Assert.Contains(
            "\"status\": \"partial\"",
            File.ReadAllText(Path.Combine(_out, "manifest.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_was_interrupted_is_run_again_without_being_forced()
    {
        using (ChildSim child = Start(epochs: 1_000_000))
        {
            child.WaitFor("small: 0 of 1000000 epochs");
            child.Signal("INT");
            child.Finish();
        }
        using ChildSim again = Start(epochs: 1_000_000);
        again.WaitFor("small: 0 of 1000000 epochs");
        again.Signal("INT");

        Assert.Equal(130, again.Finish().ExitCode);
    }

    [Fact]
    public void A_second_signal_ends_the_process_though_no_block_ends()
    {
        Sim ended = Interrupted();
        // The first signal may come before the first block, where a run ends in good order.
        for (int more = 0; more < 10 && ended.Out.Length > 0; more++)
        {
            Directory.Delete(_out, recursive: true);
            ended = Interrupted();
        }
        Assert.Equal((130, ""), (ended.ExitCode, ended.Out));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_out));

        Sim Interrupted()
        {
            // A million million operations per miner before the first block can end: minutes on any machine.
            using ChildSim child = Start(epochs: 1, "--set", "miners[0].compute=1000000 MFLOP");
            child.WaitFor("small: 0 of 1 epochs");
            child.Signal("INT");
            child.WaitFor("interrupted: ending at the next whole epoch; once more ends at once");
            child.Signal("INT");
            return child.Finish();
        }
    }

    [Theory]
    [InlineData("small: 0 of 8 epochs")]
    [InlineData("small: 4 of 8 epochs")]
    [InlineData("small: 8 of 8 epochs")]
    public void A_killed_run_leaves_nothing_that_reads_as_a_result(string moment)
    {
        using (ChildSim child = Start(epochs: 8))
        {
            child.WaitFor(moment);
            child.Signal("KILL");
            Assert.Equal(128 + 9, child.Finish().ExitCode);
        }

        // Whoever was killed behind the last rename has a whole result.
        Sim report = Sim.Call("report", _out);
        Assert.Equal(File.Exists(Path.Combine(_out, "manifest.json")) ? 0 : 2, report.ExitCode);
        Assert.DoesNotContain("internal error", report.Error, StringComparison.Ordinal);

        using ChildSim again = Start(epochs: 8);
        Assert.Equal(0, again.Finish().ExitCode);
    }

    private ChildSim Start(int epochs, params string[] more) =>
        ChildSim.Start(
            _folder.FullName,
            [],
            ProcessorSeconds,
            [
                "run",
                "small.yaml",
                "--set",
                $"epochs={epochs}",
                "--out",
                "out",
                "--csv",
                "--no-report",
                .. more,
            ]
        );
}
