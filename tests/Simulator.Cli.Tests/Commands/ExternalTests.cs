using System.Text.Json;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Tests.Externals;

namespace Simulator.Cli.Tests.Commands;

/// <summary><c>sim run</c> of a scenario whose miners ask a program: this test program itself, started as a child.</summary>
public sealed class ExternalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-external-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_agreement_nothing_starts_and_the_run_shows_what_would_have()
    {
        string file = Write("label");
        Sim run = Run(file, "out");

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.Equal(
            $"""
            error: outside asks models outside the simulator; nothing was started. With --allow-external it would
              start {Shown("label")} in {_folder.FullName} (miners: mine, more)
              post to http://localhost:8080/answer (miners: served)

            """.ReplaceLineEndings("\n"),
            run.Error
        );
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "out")));
    }

    [Fact]
    public void A_recording_repeats_a_run_without_agreement()
    {
        string file = Write("counter", isServed: false);
        Sim live = Run(file, "live", "--allow-external");
        Assert.Equal((ExitCode.Ok, ""), (live.ExitCode, live.Error));

        string recording = Path.Combine(_folder.FullName, "live", "external.jsonl");
        foreach (string from in new[] { Path.GetDirectoryName(recording)!, recording })
        {
            Sim replay = Run(file, "replay", "--force", "--replay-external", from);
            Assert.Equal((ExitCode.Ok, ""), (replay.ExitCode, replay.Error));
            Assert.Equal(Digest("live"), Digest("replay"));
            // Each table with the hash of its file: the digest is of the events alone.
            Assert.Equal(Tables("live"), Tables("replay"));
            Assert.Superset(
                new HashSet<string> { "epochs.parquet", "examples.parquet", "neurons.parquet" },
                new HashSet<string>(Tables("live").Select(table => table.File))
            );
            Assert.Equal(
                File.ReadAllText(recording),
                File.ReadAllText(Path.Combine(_folder.FullName, "replay", "external.jsonl"))
            );
        }
    }

    [Fact]
    public void The_end_tells_whose_answers_failed_and_why_also_of_a_recording()
    {
        string file = Write("crash", isServed: false);
        Sim live = Run(file, "live", "--allow-external");
        Sim replay = Run(file, "replay", "--replay-external", Path.Combine(_folder.FullName, "live"));

        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (live.ExitCode, replay.ExitCode));
        string[] lines = live.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Matches(
            "^external model of mine 1: ([0-9]+) of \\1 answers failed; the first: the program ended with exit code 3; it last wrote 'no weights here'$",
            lines[0]
        );
        Assert.StartsWith("external model of mine 2: ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("external model of more 1: ", lines[2], StringComparison.Ordinal);
        Assert.Equal(live.Error, replay.Error);
    }

    [Fact]
    public void A_program_that_is_missing_is_bad_input()
    {
        string file = Write("label", isServed: false);
        Sim run = Run(file, "out", "--allow-external", "--set", "miners[1].external.command=[./nothing]");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(
            $"error: './nothing' is no program that can be started: neither on PATH nor, with a '/', from {_folder.FullName}\n",
            run.Error
        );
    }

    [Fact]
    public void A_recording_that_is_missing_is_bad_input()
    {
        string file = Write("label", isServed: false);
        string nowhere = Path.Combine(_folder.FullName, "nowhere");
        (int, string) refused = (
            ExitCode.BadInput,
            $"error: {nowhere} does not exist: there is no recording of external models\n"
        );
        Sim run = Run(file, "out", "--replay-external", nowhere);
        Assert.Equal(refused, (run.ExitCode, run.Error));
        // Also where a result is there.
        Assert.Equal(ExitCode.Ok, Run(file, "out", "--allow-external").ExitCode);
        run = Run(file, "out", "--replay-external", nowhere);
        Assert.Equal(refused, (run.ExitCode, run.Error));
    }

    // A program may have changed, and the plan does not say so.

    [Fact]
    public void A_recording_that_was_changed_is_bad_input()
    {
        string file = Write("counter", isServed: false);
        Assert.Equal(ExitCode.Ok, Run(file, "live", "--allow-external").ExitCode);
        string recording = Path.Combine(Out("live"), "external.jsonl");
        File.AppendAllText(recording, "\n");
        Sim replay = Run(file, "replay", "--replay-external", Out("live"));
        Assert.Equal(
            (
                ExitCode.BadInput,
                $"error: {recording}: was changed: its SHA-256 is not the one in manifest.json\n"
            ),
            (replay.ExitCode, replay.Error)
        );
        Assert.False(Directory.Exists(Out("replay")));
    }

    // The plan knows the command, not what the program says by now.
    [Fact]
    public void A_result_that_is_there_is_taken_only_where_nobody_is_to_be_asked()
    {
        string file = Write("label", isServed: false);
        Assert.Equal(ExitCode.Ok, Run(file, "live", "--allow-external").ExitCode);
        string recording = Path.Combine(Out("live"), "external.jsonl");
        byte[] recorded = File.ReadAllBytes(recording);

        (int, string) refused = (
            ExitCode.BadInput,
            $"error: {Out("live")} holds a run of this scenario already, with answers from outside of its own; name another folder with --out, or replace it with --force\n"
        );
        Sim live = Run(file, "live", "--allow-external");
        Assert.Equal(refused, (live.ExitCode, live.Error));
        Sim replay = Run(file, "live", "--replay-external", Out("live"));
        Assert.Equal(refused, (replay.ExitCode, replay.Error));
        Sim nobody = Run(file, "live");
        Assert.Equal(
            (ExitCode.Ok, $"{Out("live")} holds this run already; --force runs it again\n"),
            (nobody.ExitCode, nobody.Error)
        );
        Assert.Equal(recorded, File.ReadAllBytes(recording));

        File.SetLastWriteTimeUtc(recording, DateTime.UnixEpoch);
        Assert.Equal(ExitCode.Ok, Run(file, "live", "--allow-external", "--force").ExitCode);
        Assert.NotEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(recording));
    }

    [Fact]
    public void A_replay_lies_beside_the_run_that_was_recorded()
    {
        string file = Write("counter", isServed: false);
        string[] run = ["run", file, "--quiet", "--no-report"];
        Assert.Equal(ExitCode.Ok, ChildSim.Call(_folder.FullName, [.. run, "--allow-external"]).ExitCode);
        string live = Assert.Single(Directory.GetDirectories(Out("runs")));
        Sim replay = ChildSim.Call(_folder.FullName, [.. run, "--replay-external", live]);
        Assert.Equal((ExitCode.Ok, ""), (replay.ExitCode, replay.Error));
        Assert.Equal(Digest(live), Digest($"{live}-replay"));
    }

    [Fact]
    public void A_recording_of_another_run_fails_the_run_with_what_it_lacks()
    {
        string recording = Path.Combine(_folder.FullName, "empty.jsonl");
        File.WriteAllText(recording, "");
        Sim run = Run(Write("label", isServed: false), "out", "--replay-external", recording);
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        Assert.Contains("the recording has no answer to 'digits ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("it is of another scenario, seed or program\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_for_a_scenario_that_asks_nobody_is_bad_input()
    {
        Sim run = Sim.Call(
            "run",
            SmallScenario.Write(_folder),
            "--replay-external",
            "x",
            "--out",
            Out("out")
        );
        Assert.Equal(
            (ExitCode.BadInput, "error: --replay-external: small asks no external models\n"),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public void Seeds_that_ask_outside_run_one_by_one()
    {
        Sim run = Run(Write("label"), "out", "--allow-external", "--seeds", "2");
        Assert.Equal(
            (
                ExitCode.BadInput,
                "error: --seeds: outside asks external models, one thing at a time; run its seeds one by one with --seed\n"
            ),
            (run.ExitCode, run.Error)
        );
    }

    private static string Shown(string mode) =>
        $"[{string.Join(',', OutsideProgram.Command(mode).Select(word => $"\"{word}\""))}]";

    private string Out(string name) => Path.Combine(_folder.FullName, name);

    private Sim Run(string file, string name, params string[] more) =>
        Sim.Call(["run", file, "--quiet", "--no-report", "--out", Out(name), .. more]);

    private string Digest(string name) => ResultStore.Read(Out(name)).Manifest.Digest;

    private TableFile[] Tables(string name) => [.. ResultStore.Read(Out(name)).Manifest.Tables];

    private string Write(string mode, bool isServed = true)
    {
        string command = JsonSerializer.Serialize(OutsideProgram.Command(mode));
        string served = isServed
            ? "\n  - { name: served, count: 1, model: external, external: { url: \"http://localhost:8080/answer\" } }"
            : "";
        string file = Path.Combine(_folder.FullName, "outside.yaml");
        File.WriteAllText(
            file,
            $$"""
            schema: sim/v1
            name: outside
            epochs: 2
            task: digits
            queries: { pool: 32, measured: 40 }
            validators:
              - { name: validators, count: 2, stake: 1000 alpha }
            miners:
              - { name: guessers, count: 2, strategy: random }
              - { name: mine, count: 2, model: external, external: { command: {{command}}, startup: 120 s } }
              - { name: more, count: 1, model: external, external: { command: {{command}}, startup: 120 s } }{{served}}
            """
        );
        return file;
    }
}
