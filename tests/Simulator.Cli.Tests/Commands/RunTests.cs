using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests.Commands;

/// <summary><c>sim run</c>: what it prints, what it keeps and with what it exits.</summary>
public sealed class RunTests : IDisposable
{
    private const string Impossible =
        "expect=[{ metric: incentive_share, of: guessers, at: last, min: 0.9 }]";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-run-");
    private readonly string _scenario;
    private readonly string _out;

    public RunTests()
    {
        _scenario = SmallScenario.Write(_folder);
        _out = Path.Combine(_folder.FullName, "out");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_run_prints_its_answer_and_says_where_the_rest_lies()
    {
        Sim run = Run();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(
            $"small, seed 7: complete, 3 epochs\n{SmallScenario.Question}\n\nthe subnet  ",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("\n✓ incentive_share of guessers at last ≤ 0.5: ", run.Out, StringComparison.Ordinal);
        Assert.EndsWith(
            $"\nresult  {_out}\nreport  {Path.Combine(_out, "report.html")}\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Matches(
            @"\Asmall: 0 of 3 epochs\nsmall: 1 of 3 epochs\nsmall: 2 of 3 epochs\nsmall: 3 of 3 epochs\nsmall: done: 3 of 3 epochs in \d+\.\d s\n\z",
            run.Error
        );
        Assert.Equal(
            [
                "epochs.parquet",
                "events.parquet",
                "examples.parquet",
                "manifest.json",
                "neurons.parquet",
                "report.html",
                "weights.parquet",
            ],
            Files()
        );
    }

    [Fact]
    public void The_same_run_again_is_reused()
    {
        Sim first = Run();
        File.SetLastWriteTimeUtc(Manifest, DateTime.UnixEpoch);

        Sim again = Run();

        Assert.Equal((0, first.Out), (again.ExitCode, again.Out));
        Assert.Equal($"{_out} holds this run already; --force runs it again\n", again.Error);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Manifest));

        Run("--force");
        Assert.NotEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Manifest));
    }

    [Fact]
    public void A_missed_expectation_exits_with_10_when_it_is_run_and_when_it_is_reused()
    {
        Sim missed = Run("--set", Impossible);

        Assert.Equal(10, missed.ExitCode);
        Assert.Contains(
            "\n✗ incentive_share of guessers at last ≥ 0.9: ",
            missed.Out,
            StringComparison.Ordinal
        );
        Sim again = Run("--set", Impossible);
        Assert.Equal((10, missed.Out), (again.ExitCode, again.Out));
    }

    [Fact]
    public void Another_run_is_not_written_over_unless_forced()
    {
        Run();
        string before = File.ReadAllText(Manifest);

        Sim refused = Run("--seed", "8");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Matches(
            @"\Aerror: .*out holds another result \(scenario 'small', seed 7, plan [0-9a-f]{8}\); name another folder with --out, or replace it with --force\n\z",
            refused.Error
        );
        Assert.Equal(before, File.ReadAllText(Manifest));

        Assert.Equal(0, Run("--seed", "8", "--force").ExitCode);
        Assert.Equal(8, (int)JsonNode.Parse(File.ReadAllText(Manifest))!["seed"]!);
    }

    [Fact]
    public void A_run_of_several_mechanisms_says_whose_numbers_it_prints()
    {
        const string Whose =
            "Incentive, dividends and trust are those of mechanism 0; neurons.parquet holds the others.\n";

        Assert.DoesNotContain(Whose, Run().Out, StringComparison.Ordinal);
        Sim two = Run("--set", "subnet.mechanism_count=2", "--force");

        Assert.Contains($"\n{SmallScenario.Question}\n{Whose}\n", two.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_past_is_marked_in_summary_and_json_when_it_is_run_and_when_it_is_reused()
    {
        const string Caution = "double, yuma1-sigmoid: approximate, no reference";

        Sim run = Run("--set", "approximate_rule=yuma1-sigmoid");
        Sim again = Run("--set", "approximate_rule=yuma1-sigmoid", "--json");

        Assert.StartsWith(
            $"small, seed 7: complete, 3 epochs\n{SmallScenario.Question}\nConsensus is not the chain's: {Caution}.\n\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Equal(Caution, (string?)JsonNode.Parse(again.Out)!["arithmetic"]);
    }

    [Fact]
    public void A_sample_of_rounds_is_marked_in_summary_and_json_when_it_is_run_and_when_it_is_reused()
    {
        const string Title = "sampled: one round in 5 is real";

        Sim run = Run("--set", "fidelity={ sampled: 5 }");
        Sim again = Run("--set", "fidelity={ sampled: 5 }", "--json");

        Assert.StartsWith(
            $"small, seed 7: complete, 3 epochs\n{SmallScenario.Question}\nNot everything was asked: fidelity {Title}.\n\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Equal(Title, (string?)JsonNode.Parse(again.Out)!["fidelity"]);
    }

    [Fact]
    public void A_table_that_was_changed_is_not_reported_as_the_run()
    {
        Run();
        string table = Path.Combine(_out, "neurons.parquet");
        File.AppendAllText(table, "!");

        Assert.Equal(
            new Sim(
                2,
                "",
                $"error: {table}: was changed: its SHA-256 is not the one in manifest.json; "
                    + "name another folder with --out, or run it again with --force\n"
            ),
            Run()
        );
        Assert.Equal(0, Run("--force").ExitCode);
    }

    [Fact]
    public void Json_is_one_object_and_nothing_else()
    {
        Sim run = Run("--json", "--quiet");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        JsonObject json = JsonNode.Parse(run.Out)!.AsObject();
        JsonObject manifest = JsonNode.Parse(File.ReadAllText(Manifest))!.AsObject();
        Assert.Equal(
            [
                "scenario",
                "seed",
                "plan_hash",
                "status",
                "epochs",
                "digest",
                "arithmetic",
                "fidelity",
                "folder",
                "metrics",
                "expectations",
            ],
            json.Select(member => member.Key)
        );
        Assert.Equal(
            ("small", 7UL, "complete", 3, _out),
            (
                (string?)json["scenario"],
                (ulong)json["seed"]!,
                (string?)json["status"],
                (int)json["epochs"]!,
                (string?)json["folder"]
            )
        );
        Assert.Equal((string?)manifest["digest"], (string?)json["digest"]);
        Assert.Equal("met", (string?)json["expectations"]![0]!["outcome"]);
        Assert.Contains(
            json["metrics"]!.AsArray(),
            m => (string?)m!["metric"] == "incentive_share" && (string?)m["of"] == "honest"
        );
    }

    [Fact]
    public void Json_of_a_reused_run_is_the_same() =>
        Assert.Equal(Run("--json").Out, Run("--json", "--quiet").Out);

    [Fact]
    public void Csv_files_are_written_when_asked_for_even_beside_a_result_that_lacks_them()
    {
        Run();

        Assert.Equal(0, Run("--csv").ExitCode);
        Assert.Contains("epochs.csv", Files());
        Assert.Contains("neurons.csv", Files());
    }

    [Fact]
    public void The_report_is_left_out_on_request_and_written_later_without_another_run()
    {
        Sim without = Run("--no-report");
        Assert.DoesNotContain("report.html", Files());
        Assert.DoesNotContain("report  ", without.Out, StringComparison.Ordinal);

        Sim with = Run();

        Assert.Contains("holds this run already", with.Error, StringComparison.Ordinal);
        Assert.Contains("report.html", Files());
    }

    [Fact]
    public void The_report_of_a_result_can_be_written_again_and_elsewhere()
    {
        Run();
        string report = Path.Combine(_out, "report.html");
        string html = File.ReadAllText(report);
        string elsewhere = Path.Combine(_folder.FullName, "page.html");
        File.Delete(report);

        Assert.Equal(new Sim(0, $"{report}\n", ""), Sim.Call("report", _out));
        Assert.Equal(new Sim(0, $"{elsewhere}\n", ""), Sim.Call("report", _out, "-o", elsewhere));

        Assert.Equal(html, File.ReadAllText(report));
        Assert.Equal(html, File.ReadAllText(elsewhere));
    }

    [Fact]
    public void A_report_that_has_no_place_is_explained()
    {
        Run();
        string nowhere = Path.Combine(_folder.FullName, "none", "page.html");

        Assert.Equal(
            new Sim(3, "", $"error: {_folder.FullName}: cannot be written: a folder is in its place\n"),
            Sim.Call("report", _out, "-o", _folder.FullName)
        );
        Assert.Equal(
            new Sim(3, "", $"error: {nowhere}: cannot be written: its folder does not exist\n"),
            Sim.Call("report", _out, "-o", nowhere)
        );
    }

    [Fact]
    public void A_folder_that_is_no_result_has_no_report() =>
        Assert.Equal(
            new Sim(2, "", $"error: {_folder.FullName}: is not a result folder: it has no manifest.json\n"),
            Sim.Call("report", _folder.FullName)
        );

    [Fact]
    public void Every_backend_writes_the_same_run()
    {
        Assert.Equal(0, Run("--backend", "cpu").ExitCode);

        Sim again = Run("--backend", "auto");

        Assert.Equal(
            (0, $"{_out} holds this run already; --force runs it again\n"),
            (again.ExitCode, again.Error)
        );
    }

    [Fact]
    public void Without_a_device_gpu_is_bad_input_and_writes_nothing()
    {
        Sim run = Run("--backend", "gpu");
        if (run.ExitCode == 0)
        {
            Assert.Skip("this machine has a device");
        }

        Assert.Equal(new Sim(2, "", DoctorTests.NoDevice), run);
        Assert.False(Directory.Exists(_out));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_bad_input()
    {
        Sim run = Sim.Call("run", _scenario, "--out", _scenario);

        Assert.Equal(new Sim(2, "", $"error: {_scenario}: is a file, not a folder\n"), run);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_fails_before_the_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a /proc where nobody may write.");

        Sim run = Sim.Call("run", _scenario, "--out", "/proc/sim");

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("error: /proc/sim cannot be made: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_with_mistakes_writes_nothing()
    {
        Sim run = Run("--set", "subnet.kapa=0.5");

        Assert.Equal(new Sim(2, "", "--set: subnet.kapa: unknown key; did you mean 'kappa'?\n"), run);
        Assert.False(Directory.Exists(_out));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("two")]
    public void Threads_are_counted_from_1(string threads) =>
        Assert.Equal(
            new Sim(
                2,
                "",
                $"error: --threads: '{threads}' is not a whole number in [1, 1024]\nTry 'sim run --help'.\n"
            ),
            Run("--threads", threads)
        );

    private string Manifest => Path.Combine(_out, "manifest.json");

    private Sim Run(params string[] more) => Sim.Call(["run", _scenario, "--out", _out, .. more]);

    private IEnumerable<string?> Files() =>
        Directory.EnumerateFiles(_out).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
