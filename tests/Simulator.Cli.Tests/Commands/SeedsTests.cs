using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests.Commands;

/// <summary><c>sim run --seeds</c>: many seeds at once, each with the result that it has alone.</summary>
public sealed class SeedsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-seeds-");
    private readonly string _scenario;
    private readonly string _out;

    public SeedsTests()
    {
        _scenario = SmallScenario.Write(_folder);
        _out = Path.Combine(_folder.FullName, "out");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_seed_has_the_result_that_it_has_alone()
    {
        Sim run = Run("--seeds", "3", "--quiet", "--no-report");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            $"small, seeds 7 to 9: 3 of 3 complete\n{SmallScenario.Question}\n\nat the last epoch  ",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n✓ incentive_share of guessers at last ≤ 0.5: met by 3 of 3 seeds\n",
            run.Out,
            StringComparison.Ordinal
        );
        foreach (int seed in new[] { 7, 8, 9 })
        {
            string alone = Path.Combine(_folder.FullName, $"alone-{seed}");
            Sim.Call("run", _scenario, "--seed", $"{seed}", "--out", alone, "--no-report");
            string together = Folder(seed);
            Assert.Contains($"\nresult  {together}\n", run.Out, StringComparison.Ordinal);
            foreach (string file in Directory.GetFiles(alone, "*.parquet"))
            {
                Assert.Equal(
                    File.ReadAllBytes(file),
                    File.ReadAllBytes(Path.Combine(together, Path.GetFileName(file)))
                );
            }
            Assert.Equal(Digest(alone), Digest(together));
        }
    }

    [Fact]
    public void A_rule_without_reference_runs_as_it_does_alone_and_says_so()
    {
        string[] rule = ["--set", "approximate_rule=yuma1-sigmoid"];

        Sim run = Run(["--seeds", "2", "--quiet", "--no-report", .. rule]);

        Assert.StartsWith(
            $"small, seeds 7 to 8: 2 of 2 complete\n{SmallScenario.Question}\n"
                + "Consensus is not the chain's: double, yuma1-sigmoid: approximate, no reference.\n\n",
            run.Out,
            StringComparison.Ordinal
        );
        string alone = Path.Combine(_folder.FullName, "alone");
        Sim.Call(["run", _scenario, "--out", alone, "--no-report", .. rule]);
        string together = Directory.GetDirectories(_out, "small-7-*").Single();
        Assert.Equal(Digest(alone), Digest(together));
    }

    [Fact]
    public void Seeds_whose_results_are_there_are_not_run_again()
    {
        Run("--seeds", "1", "--quiet");
        File.SetLastWriteTimeUtc(Manifest(7), DateTime.UnixEpoch);

        Sim more = Run("--seeds", "2", "--quiet");

        Assert.Equal("1 of 2 seeds are there already; --force runs them again\n", more.Error);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Manifest(7)));
        Assert.True(File.Exists(Manifest(8)));
    }

    [Fact]
    public void A_seed_that_misses_an_expectation_is_named()
    {
        const string Impossible = "expect=[{ metric: incentive_share, of: guessers, at: last, min: 0.9 }]";

        Sim missed = Run("--seeds", "2", "--quiet", "--no-report", "--set", Impossible);

        Assert.Equal(10, missed.ExitCode);
        Assert.Matches(
            @"\n✗ incentive_share of guessers at last ≥ 0\.9: met by 0 of 2 seeds, missed by 7 \(0[.\d]*\), 8 \(0[.\d]*\)\n",
            missed.Out
        );
    }

    [Fact]
    public void Json_has_the_intervals_and_every_run()
    {
        Sim run = Run("--seeds", "2", "--quiet", "--no-report", "--json");

        JsonNode json = JsonNode.Parse(run.Out)!;
        JsonNode metric = json["metrics"]!
            .AsArray()
            .Single(m => (string?)m!["metric"] == "incentive_share" && (string?)m["of"] == "honest")!;
        double[] values =
        [
            .. json["runs"]!
                .AsArray()
                .Select(r =>
                    (double)
                        r!["metrics"]!
                            .AsArray()
                            .Single(m =>
                                (string?)m!["metric"] == "incentive_share" && (string?)m["of"] == "honest"
                            )!["last"]!
                ),
        ];
        Assert.Equal((values[0] + values[1]) / 2, (double)metric["last"]!["mean"]!, 12);
        Assert.Equal(2, (int)metric["last"]!["seeds"]!);
        Assert.Empty(json["failed"]!.AsArray());
    }

    [Fact]
    public void A_retention_map_draws_for_itself() =>
        Assert.Equal(
            new Sim(
                2,
                "",
                "error: --seeds: papers/retention-map is a retention map, whose draws are its own (retention.draws)\n"
            ),
            Sim.Call("run", "papers/retention-map", "--seeds", "2")
        );

    [Fact]
    public void There_are_no_seeds_beyond_the_last_one() =>
        Assert.Equal(
            new Sim(2, "", "error: --seeds: there are no 2 seeds from 18446744073709551615 on\n"),
            Run("--seeds", "2", "--seed", "18446744073709551615")
        );

    private Sim Run(params string[] more) => Sim.Call(["run", _scenario, "--out", _out, .. more]);

    private string Folder(int seed) => Directory.GetDirectories(_out, $"small-{seed}-*").Single();

    private string Manifest(int seed) => Path.Combine(Folder(seed), "manifest.json");

    private static string? Digest(string folder) =>
        (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["digest"];
}
